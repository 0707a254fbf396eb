import { createInterface } from "node:readline";
import { defineCommand, runMain } from "citty";
import { z } from "zod";
import type { Assistant } from "../answer/assistant-api.ts";
import type { Answer, Memory, UiLang } from "../answer/types.ts";
import { createAssistant } from "../assistant.ts";
import { uiLangOf } from "../format/phrases.ts";
import { renderAnswer } from "../format/render.ts";
import { KnowledgeError } from "../knowledge/load.ts";
import { recordOf } from "./ask-record.ts";

const lineSchema = z.object({
  id: z.string().min(1),
  turns: z.array(z.string()).min(1),
  lang: z.string().optional(),
});

/** The asker's Telegram language, however precisely it is given: en, zh, zh-Hant, zh-TW … */
const langOf = (lang: string | undefined): UiLang => uiLangOf(lang) ?? "zh-Hans";

interface Asked {
  readonly answer: Answer;
  readonly trace: readonly string[];
  readonly ms: number;
}

function askOnce(
  assistant: Assistant,
  text: string,
  lang: UiLang,
  memory: Memory | null,
  explain: boolean,
): Asked {
  const start = performance.now();
  const result = explain
    ? assistant.explain({ text, lang, memory })
    : { answer: assistant.ask({ text, lang, memory }), trace: [] };
  return { ...result, ms: performance.now() - start };
}

/** The answer to the last of several turns; each takes over what the one before left. */
function askTurns(assistant: Assistant, turns: readonly string[], lang: UiLang): Asked {
  let memory: Memory | null = null;
  let last: Asked | undefined;
  for (const turn of turns) {
    last = askOnce(assistant, turn, lang, memory, false);
    memory = last.answer.memory;
  }
  if (!last) throw new RangeError("a question needs at least one turn");
  return last;
}

/** Answers JSON lines in order; a line that is none gets an error in its place. Returns the exit status. */
async function answerLines(assistant: Assistant): Promise<number> {
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const parsed = parseLine(line);
    if ("error" in parsed) {
      status = 1;
      process.stdout.write(`${JSON.stringify(parsed)}\n`);
      continue;
    }
    const { answer, ms } = askTurns(assistant, parsed.turns, langOf(parsed.lang));
    process.stdout.write(`${JSON.stringify(recordOf(parsed.id, answer, ms))}\n`);
  }
  return status;
}

function parseLine(line: string): z.infer<typeof lineSchema> | { id: string | null; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return { id: null, error: `not valid JSON: ${(cause as Error).message}` };
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const id = (value as { id?: unknown } | null)?.id;
  const where = parsed.error.issues.map((i) => `${i.path.join(".") || "line"}: ${i.message}`).join("; ");
  return { id: typeof id === "string" ? id : null, error: where };
}

function print({ answer, trace, ms }: Asked): void {
  for (const line of trace) process.stdout.write(`· ${line}\n`);
  process.stdout.write(`${renderAnswer(answer).plain}\n`);
  if (trace.length > 0) process.stdout.write(`· ${ms.toFixed(1)} ms\n`);
}

/** Reads questions from the terminal until its end; follow-ups go on from the answer before. */
async function converse(assistant: Assistant, explain: boolean): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: "问 > " });
  let memory: Memory | null = null;
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== "") {
      const asked = askOnce(assistant, line, "zh-Hans", memory, explain);
      memory = asked.answer.memory;
      print(asked);
    }
    terminal.prompt();
  }
}

const command = defineCommand({
  meta: {
    name: "ask",
    description: "Ask the library a question: one, a conversation, or many as JSON lines.",
  },
  args: {
    question: {
      type: "positional",
      required: false,
      description: "the question; without one, a conversation begins",
    },
    jsonl: {
      type: "boolean",
      description: 'read {"id", "turns", "lang"} lines from standard input, write an answer a line',
    },
    explain: { type: "boolean", description: "show how each question was understood and what was weighed" },
    dir: { type: "string", description: "folder of the library (default: KNOWLEDGE_DIR or knowledge)" },
  },
  async run({ args }) {
    const assistant = open(args.dir ?? process.env["KNOWLEDGE_DIR"] ?? "knowledge");
    if (!assistant) return;
    if (args.jsonl) process.exitCode = await answerLines(assistant);
    else if (args.question)
      print(askOnce(assistant, args._.join(" "), "zh-Hans", null, args.explain ?? false));
    else await converse(assistant, args.explain ?? false);
  },
});

function open(dir: string): Assistant | undefined {
  try {
    return createAssistant({ dir });
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

await runMain(command);
