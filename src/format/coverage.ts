import type { UiLang } from "../answer/types.ts";
import type { Keyboard } from "./buttons.ts";
import { cutEnd } from "./cut.ts";
import { bold, foldedQuote, join, plain, type Rich } from "./html.ts";
import { splitPages, turning, within } from "./paging.ts";
import { phrase } from "./phrases.ts";

/** One thing measured, and the years for which it is known, newest first. */
export interface KnownMetric {
  readonly name: string;
  /** Whose it is; empty for the nation and where the name says it. */
  readonly place: string;
  /** `2024`, `2021–2025`; empty for figures without a time. */
  readonly years: readonly { readonly year: string; readonly onlyChange: boolean }[];
}

export interface KnownMetrics {
  /** Those with the newest figures first. */
  readonly metrics: readonly KnownMetric[];
  /** How many figures that makes. */
  readonly figures: number;
}

/** Units of a page that lists take, beside title, headings and foot. */
const ROOM = 3200;

/** One page of what is known: a section for each newest year, folded; no values, since those never stand without their quote. */
export function coveragePage(
  { metrics, figures }: KnownMetrics,
  lang: UiLang,
  page: number,
): { readonly out: Rich; readonly keyboard: Keyboard } {
  if (metrics.length === 0)
    return { out: plain(phrase(lang, "sources-none")), keyboard: { rows: [], keep: [] } };
  const lines = metrics.map((metric) => ({ year: metric.years[0]?.year ?? "", text: lineOf(metric, lang) }));
  const pages = splitPages(lines, ROOM, ({ text }) => text.length + 1);
  const shown = within(page, pages.length);
  const title = phrase(lang, "coverage-title", { metrics: String(metrics.length), figures: String(figures) });
  const place = phrase(lang, "page-of", { page: String(shown + 1), pages: String(pages.length) });
  const out = join(
    [
      bold(plain(title)),
      plain(phrase(lang, "coverage-intro")),
      ...sections(pages[shown] ?? [], lang),
      plain(pages.length > 1 ? place : ""),
    ],
    "\n",
  );
  return { out, keyboard: { rows: turning("k", shown, pages.length, lang), keep: [] } };
}

/** Lines of one year under one heading. */
function sections(lines: readonly { readonly year: string; readonly text: string }[], lang: UiLang): Rich[] {
  const years = [...new Set(lines.map(({ year }) => year))];
  return years.flatMap((year) => [
    bold(plain(year === "" ? phrase(lang, "coverage-undated") : phrase(lang, "coverage-year", { year }))),
    foldedQuote(plain(lines.flatMap((line) => (line.year === year ? [line.text] : [])).join("\n"))),
  ]);
}

/** 货物贸易总额 · 云岛：2024、2023（增减）、2020; a single year stands in the heading. */
function lineOf({ name, place, years }: KnownMetric, lang: UiLang): string {
  const [colon, comma] = lang === "en" ? [": ", ", "] : ["：", "、"];
  const marked = (what: string, onlyChange: boolean) =>
    onlyChange ? phrase(lang, "coverage-change", { what }) : what;
  const named = [cutEnd(name, 80), cutEnd(place, 40)].filter((part) => part !== "").join(" · ");
  const [only, ...more] = years;
  if (only === undefined || more.length === 0) return marked(named, only?.onlyChange === true);
  const listed = years
    .filter(({ year }) => year !== "")
    .map(({ year, onlyChange }) => marked(year, onlyChange));
  return `${named}${colon}${cutEnd(listed.join(comma), 200)}`;
}
