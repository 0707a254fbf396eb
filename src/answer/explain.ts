import type { Engine } from "./engine.ts";
import type { Candidate } from "./match/judge.ts";
import type { NumberFinding } from "./number.ts";
import type { Question } from "./question/question.ts";

/** Notes the slots that were understood. */
export function explainQuestion(engine: Engine, q: Question): void {
  engine.note(
    `question ${q.lang} aspect ${q.aspect}${q.comparison ? ` comparison ${q.comparison}` : ""}${q.national ? " national" : ""}${q.wantsPassage ? " passage" : ""}${q.followUp ? " follow-up" : ""}`,
  );
  engine.note(
    `periods ${q.periods.map((p) => `${p.text} [${p.from}..${p.to}]`).join(" ") || "none"}; asks ${q.asks.map((a) => `<${a.wants} ${a.unit}${a.noun}>`).join(" ") || "none"}; directions ${q.directions.map((d) => d.direction).join(" ") || "none"}`,
  );
  engine.note(
    `terms ${q.terms.map((t) => `${t.text}/${t.kind}${t.absent ? "!" : ""} ${t.weight.toFixed(1)}`).join(", ")}${q.shared.length > 0 ? `; taken over ${q.shared.map((t) => t.text).join(", ")}` : ""}${q.corrections.length > 0 ? `; read ${q.corrections.join(", ")}` : ""}`,
  );
}

/** Notes the candidate figures of each ask, with scores and why each was kept or dropped. */
export function explainNumbers(engine: Engine, finding: NumberFinding): void {
  finding.ranked.forEach((list, i) => {
    engine.note(
      `ask ${i + 1}: ${finding.wanted[i]?.terms.map((t) => t.text).join(" ") || "-"} | ${finding.wanted[i]?.shared.map((t) => t.text).join(" ") || "-"}`,
    );
    for (const c of list.slice(0, 8)) engine.note(describe(c));
  });
}

function describe(c: Candidate): string {
  const f = c.entry.figure;
  const { id, lang } = c.entry.document.article;
  const period = `${f.period.from}..${f.period.to}${f.period.implicit ? "~" : ""}`;
  return `  ${c.score.toFixed(2)} coverage ${c.coverage.toFixed(2)} ${c.dropped ? `dropped: ${c.dropped}` : "kept"} ${id}.${lang} ${f.text} [${f.kind} ${f.agg} ${period} ${f.direction ?? ""} ${f.entity ?? ""}${f.change ? ` ${f.change.kind}` : ""}] ${f.metric}${c.missing.length > 0 ? ` missing ${c.missing.map((t) => t.text).join(" ")}` : ""}`;
}
