import type { AskInput, Assistant } from "../answer/assistant-api.ts";
import type { Answer } from "../answer/types.ts";
import { uiLangs } from "../format/phrases.ts";
import { renderAnswer } from "../format/render.ts";

/** How one answer came about. */
export interface Trace {
  readonly input: AskInput;
  readonly answer: Answer;
  readonly lines: readonly string[];
}

/** Answers whose traces are kept; the oldest go first. */
const KEPT = 400;

/** The assistant as the bot knows it, which keeps the trace of each answer on the side. */
export interface TracedAssistant {
  readonly assistant: Assistant;
  /** The trace of the answer that was laid out as `html`: the same bytes mean the same answer. */
  traceOf(html: string): Trace | undefined;
  clear(): void;
}

export function traceAnswers(assistant: Assistant): TracedAssistant {
  let traces: Trace[] = [];
  return {
    assistant: {
      ...assistant,
      ask: (input) => {
        const { answer, trace } = assistant.explain(input);
        traces.push({ input, answer, lines: trace });
        if (traces.length > KEPT * 2) traces = traces.slice(-KEPT);
        return answer;
      },
    },
    traceOf: (html) => traces.findLast((trace) => layouts(trace).some((layout) => layout === html)),
    clear: () => {
      traces = [];
    },
  };
}

/** Every way in which the bot may have laid an answer out. */
const layouts = ({ answer, input }: Trace): readonly string[] =>
  uiLangs().flatMap((lang) => [
    renderAnswer(answer, { lang }).html,
    renderAnswer(answer, { lang, undrawn: true }).html,
    renderAnswer(answer, { lang, asked: input.text }).html,
  ]);
