import { printDate } from "./dates.ts";

/** A date that the text implies, with the reason in words for the report. */
export interface InferredDate {
  readonly date: string;
  readonly because: string;
}

/** Verbs of the event that a news story is about, as the first paragraphs have them. */
const EVENT =
  /举行|召开|发布|介绍|获悉|通报|公布|表示|宣布|开幕|闭幕|披露|讯[\s（(:]|电[\s（(]|\b(?:said|announced|released|reported|told)\b/;
/** Marks before or behind a year that make it a goal or a forecast. */
const AHEAD_BEFORE = /(?:到|(?<!截)至|力争|预计|计划|争取|目标|by|until)\s*$/i;
const AHEAD_BEHIND = /^[^。，；,;.]{0,16}(?:将|力争|预计|有望|目标|计划|争取|will|is expected)/i;
const THIS_YEAR = /今年|本年|this year/i;

/**
 * The publication date as far as the text itself shows it. A day: the event that the first two paragraphs report, if the
 * text knows nothing later. Else the year: that of the latest dated month, or the one after the newest year that is
 * spoken of as over. Undefined when no year is mentioned.
 */
export function inferDate(paragraphs: readonly string[]): InferredDate | undefined {
  const text = paragraphs.join("\n");
  const year = yearOfWriting(text);
  if (year === undefined) return undefined;
  const lead = paragraphs.slice(0, 2).filter((paragraph) => EVENT.test(paragraph));
  const event = latest(lead.flatMap((paragraph) => daysIn(paragraph, year.year)));
  const last = latest(statedDays(text, year.year));
  if (event !== undefined && (last === undefined || event >= last)) {
    return { date: event, because: `day of the event that the first paragraphs report; ${year.because}` };
  }
  return { date: String(year.year), because: year.because };
}

function yearOfWriting(text: string): { year: number; because: string } | undefined {
  const dated = yearsIn(
    text,
    /(?<!\d)(20\d{2})\s*年\s*\d{1,2}\s*月(?!以?来)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2},?)? (20\d{2})/gi,
  );
  const named = yearsIn(
    text,
    /(?<!\d)(20\d{2})\s*年|\b(?:in|of|since|from|during|for|year|early|late|mid|than|end of) (20\d{2})\b(?![.,]\d|%)/gi,
  );
  const newestDated = Math.max(0, ...dated);
  const newest = Math.max(newestDated, ...named);
  if (newest === 0) return undefined;
  if (newestDated === newest)
    return { year: newest, because: `the latest month that the text dates is in ${newest}` };
  const because = `${newest} is the newest year that the text speaks of as over`;
  return { year: newest + 1, because: THIS_YEAR.test(text) ? `${because}, beside “this year”` : because };
}

function yearsIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)]
    .filter(
      (match) =>
        !AHEAD_BEFORE.test(text.slice(Math.max(0, match.index - 8), match.index)) &&
        !AHEAD_BEHIND.test(text.slice(match.index + match[0].length, match.index + match[0].length + 24)),
    )
    .map((match) => Number(match[1] ?? match[2]));
}

/** Days of a paragraph, with the year where it is said and `year` where it is not. */
function daysIn(text: string, year: number): string[] {
  return [...text.matchAll(/(?:(20\d{2})\s*年|今年)?\s*(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日/g)].flatMap(
    (match) => printDate(Number(match[1] ?? year), Number(match[2]), Number(match[3])) ?? [],
  );
}

/** Days that are said to lie in a year that has come: "2021年1月25日", "今年1月18日". */
function statedDays(text: string, year: number): string[] {
  return [...text.matchAll(/(?:(20\d{2})\s*年|今年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g)]
    .filter((match) => !AHEAD_BEFORE.test(text.slice(Math.max(0, match.index - 8), match.index)))
    .flatMap((match) => printDate(Number(match[1] ?? year), Number(match[2]), Number(match[3])) ?? []);
}

const latest = (dates: readonly string[]): string | undefined => [...dates].sort().at(-1);
