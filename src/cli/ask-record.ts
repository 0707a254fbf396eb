import { type Answer, type AnsweredFigure, headlineText } from "../answer/types.ts";
import { renderAnswer } from "../format/render.ts";
import { inScript } from "../text/script.ts";

const STATUS: Readonly<Record<Answer["kind"], "answered" | "not_found" | "clarify" | "chat">> = {
  number: "answered",
  comparison: "answered",
  passage: "answered",
  notFound: "not_found",
  clarify: "clarify",
  chat: "chat",
};

/** One line of `ask --jsonl`: the answer to a question's last turn. `ms` is the time that turn took. */
export function recordOf(id: string, answer: Answer, ms: number) {
  const headline = inScript(headlineText(answer.headline), answer.lang);
  const verdict =
    answer.kind === "comparison"
      ? [answer.verdict, answer.incomparable].filter((t) => t !== "").map((t) => inScript(t, answer.lang))
      : [];
  return {
    id,
    status: STATUS[answer.kind],
    intent: answer.understanding.intent,
    headline: [...verdict, headline].filter((t) => t !== "").join(answer.lang === "en" ? " " : ""),
    figures: "figures" in answer ? answer.figures.map(figureRecord) : [],
    derived:
      answer.kind === "comparison"
        ? answer.derived.map(({ kind, value, unit }) => ({
            kind: kind === "share" ? "ratio" : kind,
            value,
            unit,
          }))
        : [],
    quotes:
      "quotes" in answer
        ? answer.quotes.map(({ text, articleId, title, publisher, published, start, end }) => ({
            text,
            articleId,
            title,
            publisher,
            published,
            start,
            end,
          }))
        : [],
    message: renderAnswer(answer).html,
    ms: Math.round(ms * 1000) / 1000,
  };
}

const figureRecord = ({ display, figure, articleId }: AnsweredFigure) => ({
  text: display,
  value: figure.value,
  unit: figure.unit,
  metric: figure.metric,
  period: { from: figure.period.from, to: figure.period.to },
  articleId,
});
