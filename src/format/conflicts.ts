import type { Period, Quote, UiLang } from "../answer/types.ts";
import type { Keyboard } from "./buttons.ts";
import { alignRows } from "./columns.ts";
import { cutEnd } from "./cut.ts";
import { bold, join, plain, preformatted, type Rich } from "./html.ts";
import { splitPages, turning, within } from "./paging.ts";
import { showPeriod } from "./period.ts";
import { phrase } from "./phrases.ts";
import { quoteWithSource } from "./render.ts";

/** One value of a fact, with the quotes that state it, newest first; each marks the value. */
export interface StatedValue {
  /** As printed in the first of its quotes. */
  readonly value: string;
  readonly quotes: readonly [Quote, ...Quote[]];
}

/** One thing for which articles state different values. */
export interface DifferingFact {
  readonly name: string;
  /** Whose it is; empty where nothing says. */
  readonly place: string;
  readonly period: Pick<Period, "from" | "to">;
  readonly values: readonly StatedValue[];
}

export interface DifferingFacts {
  readonly facts: readonly DifferingFact[];
  /** How many facts several articles state alike. */
  readonly agreed: number;
}

const ROOM = 3400;
/** Values of one fact that are shown, and units that a quote of each may take. */
const VALUES_SHOWN = 4;
const QUOTE_LIMIT = 240;

/** One page of what sources state differently: the values side by side with dates, then each in its quote. */
export function conflictsPage(
  { facts, agreed }: DifferingFacts,
  lang: UiLang,
  page: number,
): { readonly out: Rich; readonly keyboard: Keyboard } {
  if (facts.length === 0) {
    const none = phrase(lang, "conflicts-none", { agreed: String(agreed) });
    return { out: plain(none), keyboard: { rows: [], keep: [] } };
  }
  const blocks = facts.map((fact, i) => block(fact, i + 1, lang));
  const pages = splitPages(blocks, ROOM, ({ text }) => text.length + 2);
  const shown = within(page, pages.length);
  const title = bold(plain(phrase(lang, "conflicts-title", { count: String(facts.length) })));
  const place = phrase(lang, "page-of", { page: String(shown + 1), pages: String(pages.length) });
  const out = join([title, ...(pages[shown] ?? []), plain(pages.length > 1 ? place : "")], "\n\n");
  return { out, keyboard: { rows: turning("n", shown, pages.length, lang), keep: [] } };
}

function block({ name, place, period, values }: DifferingFact, number: number, lang: UiLang): Rich {
  const when = showPeriod({ ...period, text: null, implicit: false }, lang);
  const about = [cutEnd(name, 80), cutEnd(place, 40), when].filter((part) => part !== "").join(" · ");
  const shown = values.slice(0, VALUES_SHOWN);
  const rows = shown.map(
    ({ value, quotes: [{ published, publisher }] }) =>
      [`${published} ${cutEnd(publisher, 30)}`, cutEnd(value, 60)] as const,
  );
  return join(
    [
      bold(plain(`${number}. ${about}`)),
      preformatted(alignRows(rows)),
      ...shown.map(({ quotes: [quote] }) => quoteWithSource(quote, lang, QUOTE_LIMIT)),
    ],
    "\n",
  );
}
