import type { Assistant } from "../answer/assistant-api.ts";

/** What the terminal shows once the page is there: its addresses and three questions to try. */
export function greeting(url: string, assistant: Assistant): string {
  const questions = [...assistant.examples("zh-Hans").slice(0, 2), ...assistant.examples("en").slice(0, 1)];
  return [
    "",
    "关问 · Guanwen",
    `  聊天 Chat       ${url}/`,
    `  资料 Knowledge  ${url}/knowledge`,
    "",
    "试着问 Try asking:",
    ...questions.map((question) => `  · ${question}`),
    "",
    "Ctrl+C 结束 to stop",
    "",
    "",
  ].join("\n");
}
