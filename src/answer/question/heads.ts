import type { Ask } from "./asks.ts";
import type { Term } from "./question.ts";

/** Characters between an ask and the noun that it is about. */
const REACH = 8;

/**
 * Marks the nouns that the question is about: those inside an ask or right behind it, and the last one before it (产量多少).
 * Without an ask all are.
 */
export function markHeads(terms: readonly Term[], asks: readonly Ask[], folded: string): Term[] {
  const said = asks.filter((a) => a.span[0] >= 0);
  if (said.length === 0) return [...terms];
  const heads = new Set<Term>();
  for (const { span } of said) {
    for (const t of terms)
      if (t.noun && t.span[0] >= span[0] && t.span[0] <= span[1] + (/[a-z]/.test(folded) ? REACH : 1))
        heads.add(t);
    const before = terms.findLast((t) => t.noun && t.span[1] <= span[0]);
    if (
      before &&
      span[0] - before.span[1] <= REACH &&
      !/[,，;；。]/.test(folded.slice(before.span[1], span[0]))
    )
      heads.add(before);
  }
  return terms.map((t) =>
    heads.has(t)
      ? t
      : { ...t, head: false, weight: t.absent && t.kind === "word" ? t.weight * 0.4 : t.weight },
  );
}

/** What stands before the name of a kind of thing that is asked for: 哪些|规则, 用咗咩|潮语, which two|gadgets. */
const KIND_ASKED =
  /(?:哪些|哪几\p{Script=Han}?|哪[种类项样两三四五]个?|什么样?的?|甚么|啥|咩|乜嘢?|何种|几[种类样]|哪个|哪家|哪位)$|\b(?:which|what)(?: (?:kinds?|types?|sorts?) of)?(?: (?:\d+|two|three|four|five|six|other|new|main|special|specific|kinds?))* $/u;

/** The noun that names what kind of thing is asked for need not stand in the text that answers. */
export function asKinds(terms: readonly Term[], folded: string): Term[] {
  return terms.map((term) =>
    term.noun &&
    term.kind !== "place" &&
    term.kind !== "name" &&
    term.span[0] > 0 &&
    (term.absent || term.kind === "word") &&
    KIND_ASKED.test(folded.slice(Math.max(0, term.span[0] - 32), term.span[0]))
      ? { ...term, absent: false, noun: false, weight: term.weight * 0.3 }
      : term,
  );
}

/** Words of one list (埃博拉, 拉沙热) that are asked for together do not rule each other out. */
export function withoutAskedRivals(terms: readonly Term[]): Term[] {
  return terms.map((term) =>
    term.rivals.length === 0
      ? term
      : {
          ...term,
          rivals: term.rivals.filter(
            (rival) =>
              !terms.some((t) => t !== term && t.alternates.some((a) => a.weight >= 0.7 && a.text === rival)),
          ),
        },
  );
}
