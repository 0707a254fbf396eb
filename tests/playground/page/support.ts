import type { Article } from "../../../src/knowledge/article.ts";
import { createLogger } from "../../../src/logger.ts";
import { type Playground, startPlayground } from "../../../src/playground/start.ts";
import { createLibrary } from "../../../src/retrieval/library.ts";
import { tinyAssistant } from "../../support/tiny-assistant.ts";
import { TINY_ARTICLES } from "../../support/tiny-library.ts";

/** The invented articles as the knowledge page shows them, with one more that contradicts the first. */
export const ARTICLES: readonly Article[] = [
  ...TINY_ARTICLES.map((article): Article => ({ ...article, file: `${article.id}.${article.lang}.md` })),
  {
    id: "rival-2021",
    lang: "zh",
    kind: "original",
    title: "港口对手眼中的云岛",
    publisher: "海峡时评",
    published: "2021-05-01",
    file: "rival-2021.zh.md",
    body: "## 数字\n\n2020年，云岛港吞吐量达78.2万箱，比上年增长3%。",
  },
];

/** A playground over the invented articles, on a free port. */
export async function startTiny(lines: string[] = []): Promise<Playground> {
  const tiny = tinyAssistant();
  return await startPlayground({
    config: { host: "127.0.0.1", port: 0, limits: { user: 0, chat: 0 }, knowledgeDir: "knowledge" },
    assistant: {
      ...tiny,
      explain: (input) => ({ answer: tiny.ask(input), trace: [`asked ${input.text}`] }),
      library: createLibrary(ARTICLES),
    },
    logger: createLogger("silent"),
    print: (text) => void lines.push(text),
  });
}

/** The JSON of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server says
export const jsonOf = async (answer: Response | Promise<Response>): Promise<any> =>
  await (await answer).json();

/** Calls of the page's HTTP interface. */
export function clientOf(url: string) {
  const read = async (name: string, query: Readonly<Record<string, string>> = {}) =>
    await fetch(`${url}/api/${name}?${new URLSearchParams(query).toString()}`);
  const act = async (name: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    await fetch(`${url}/api/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server says
  const state = async (): Promise<any> => await (await read("state")).json();
  return {
    read,
    act,
    state,
    /** The chat of a kind; the first person's where it is private. */
    chat: async (kind: "private" | "group" | "friends") => {
      const world = await state();
      // biome-ignore lint/suspicious/noExplicitAny: as above
      return world.chats.find((chat: any) => chat.kind === kind);
    },
    /** What the bot has said in a chat of that kind once there are `count` messages. */
    said: async (kind: "private" | "group" | "friends", count = 1) => {
      for (let tries = 0; ; tries++) {
        const world = await state();
        // biome-ignore lint/suspicious/noExplicitAny: as above
        const chat = world.chats.find((known: any) => known.kind === kind);
        // biome-ignore lint/suspicious/noExplicitAny: as above
        const messages = chat.messages.filter((m: any) => m.from.isBot && m.service === undefined);
        if (messages.length >= count) return messages;
        if (tries > 400) throw new Error(`waited in vain for ${count} messages, found ${messages.length}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
