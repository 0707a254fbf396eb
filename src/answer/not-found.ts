import type { FigureEntry } from "../retrieval/library.ts";
import { sayPeriod } from "./figure-text.ts";
import { labelOf } from "./labels.ts";
import { type Candidate, NEAR } from "./match/judge.ts";
import { newness } from "./match/periods.ts";
import { matchTerm } from "./match/zones.ts";
import type { Question } from "./question/question.ts";
import type { HeadlinePart, NotFoundAnswer, Suggestion, UiLang } from "./types.ts";

type Missing = NotFoundAnswer["missing"][number];

/** What a question asks that the library does not hold, by the figures that come nearest to its topic. */
export function explainMissing(
  question: Question,
  ranked: readonly (readonly Candidate[])[],
): { missing: Missing[]; near: FigureEntry[] } {
  const missing: Missing[] = [];
  const add = (what: Missing["what"], words: string): void => {
    if (words !== "" && !missing.some((m) => m.what === what && m.words === words))
      missing.push({ what, words });
  };
  const candidates = ranked.flat();
  const near = candidates
    .filter(
      (c) =>
        c.topic >= NEAR && (c.dropped === "period" || c.dropped === "place" || c.dropped === "direction"),
    )
    .sort((a, b) => b.topic - a.topic || b.score - a.score);
  const absent = question.terms.filter(
    (t) =>
      t.noun &&
      (t.absent ||
        t.attached ||
        ((t.kind === "place" || t.kind === "name") &&
          near.length > 0 &&
          near.slice(0, 4).every((c) => matchTerm(t, c.entry.around) < 0.2))),
  );
  for (const term of absent)
    add(
      term.kind === "place" || term.kind === "name" || term.attached ? "place" : "metric",
      wordsOf(question, term.span, term.surface),
    );
  if (absent.length === 0) {
    const reasons = new Set(near.slice(0, 4).map((c) => c.dropped));
    if (reasons.has("period")) for (const p of question.periods) add("period", p.text ?? "");
    if (reasons.has("direction"))
      for (const d of question.directions)
        if (d.span[0] >= 0) add("direction", wordsOf(question, d.span, ""));
    if (reasons.has("place"))
      for (const t of question.terms.filter((t) => t.kind === "place"))
        add("place", wordsOf(question, t.span, t.surface));
    if (missing.length === 0 && near.length === 0)
      for (const t of question.terms.filter((t) => t.noun && t.kind === "term").slice(0, 2))
        add("metric", wordsOf(question, t.span, t.surface));
  }
  return {
    missing: missing.length > 0 ? missing : [{ what: "topic", words: "" }],
    near: near.map((c) => c.entry),
  };
}

const wordsOf = (question: Question, span: readonly [number, number], fallback: string): string =>
  span[0] >= 0 ? question.written.slice(...span) || fallback : fallback;

/** The line that says what is not there, in the asker's language, without a figure. */
export function sayMissing(
  missing: readonly Missing[],
  near: readonly FigureEntry[],
  lang: UiLang,
): HeadlinePart[] {
  const words = missing
    .map((m) => m.words)
    .filter((w) => w !== "")
    .join(lang === "en" ? ", " : "、");
  const there = availablePeriods(near, lang);
  const label = near[0] ? labelOf(near[0]) : "";
  const onlyPeriod = missing.length > 0 && missing.every((m) => m.what === "period");
  if (lang === "en") {
    const offer =
      onlyPeriod && there !== ""
        ? ` The articles have ${label === "" ? "it" : `“${label}”`} for ${there}.`
        : "";
    return [
      {
        kind: "text",
        text:
          words === ""
            ? "The articles don't hold an answer to this."
            : `The articles don't say: nothing on ${words}.${offer}`,
      },
    ];
  }
  const offer = onlyPeriod && there !== "" ? `有的是：${label === "" ? "" : `${label}，`}${there}。` : "";
  return [
    {
      kind: "text",
      text: words === "" ? "文章里没有这个问题的答案。" : `文章里没有找到：${words}。${offer}`,
    },
  ];
}

function availablePeriods(near: readonly FigureEntry[], lang: UiLang): string {
  const first = near[0];
  if (!first) return "";
  const same = near
    .filter(
      (e) =>
        e.figure.unit === first.figure.unit && (e.figure.change === null) === (first.figure.change === null),
    )
    .sort((a, b) => (newness(a.figure.period) < newness(b.figure.period) ? 1 : -1));
  const said = [...new Set(same.map((e) => sayPeriod(e.figure.period, lang)).filter((s) => s !== ""))];
  return said.slice(0, 4).join(lang === "en" ? ", " : "、");
}

/** Questions that the nearest figures answer. */
export function suggestNear(near: readonly FigureEntry[], lang: UiLang): Suggestion[] {
  const seen = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const entry of near) {
    const question = questionFor(entry, lang);
    if (question === "" || seen.has(question) || suggestions.length === 3) continue;
    seen.add(question);
    suggestions.push({ label: question.slice(0, 40), question });
  }
  return suggestions;
}

/** A question that a figure answers, in the asker's language; empty where its metric has no good name. */
export function questionFor(entry: FigureEntry, lang: UiLang): string {
  if ((lang === "en") !== (entry.document.article.lang === "en")) return "";
  const label = labelOf(entry);
  // A few things counted (两件大事) and names that begin in the middle of a sentence make no question that one would ask.
  const few = entry.figure.kind === "count" && Number(entry.figure.value) < 5;
  if (few || /^[来是把让能使将在]/.test(label)) return "";
  if (label.length < 4 || label.length > (lang === "en" ? 70 : 28)) return "";
  const period = entry.figure.period.implicit ? "" : sayPeriod(entry.figure.period, lang);
  if (lang === "en")
    return `${label}${period === "" || label.includes(period) ? "" : `, ${period}`}: how much?`;
  return `${label.includes(period) ? "" : period}${label}是多少？`;
}
