/** English months by their first three letters. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

const HAN_DIGITS = "〇一二三四五六七八九";

/** Ways to print a date, tried in this order; `take` names the groups of year, month and day. */
const FORMS: readonly { readonly pattern: RegExp; readonly take: readonly [number, number, number] }[] = [
  { pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, take: [1, 2, 3] },
  { pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, take: [1, 2, 3] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ((?:19|20)\\d{2})`, "i"),
    take: [3, 2, 1],
  },
  { pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})`, "i"), take: [3, 1, 2] },
  { pattern: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/, take: [1, 2, 3] },
  { pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月/, take: [1, 2, 0] },
  { pattern: /(?<!\d)((?:19|20)\d{2})[-/](\d{1,2})(?!\d)/, take: [1, 2, 0] },
  { pattern: new RegExp(`\\b${MONTH} ((?:19|20)\\d{2})`, "i"), take: [2, 1, 0] },
  { pattern: /(?<!\d)((?:19|20)\d{2})\s*年/, take: [1, 0, 0] },
];

/**
 * The first date in a short text (an info line, a meta value, an address) as `2024-03-26`, `2024-03` or `2024`; full
 * dates win over months, months over years. Chinese numerals are read (二〇二四年三月). Undefined when there is none or no such day.
 */
export function parseDate(text: string): string | undefined {
  const plain = spellOut(text.normalize("NFKC"));
  for (const { pattern, take } of FORMS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const [year, month, day] = take.map((group) => (group === 0 ? undefined : numberOf(match[group] ?? "")));
    const date = printDate(year, month, day);
    if (date !== undefined) return date;
  }
  return /^(?:19|20)\d{2}$/.test(plain.trim()) ? plain.trim() : undefined;
}

/** The date that the path of an address carries (/2024-01/22/, /20240122/, t20240122_1.html); undefined where it has none. */
export function dateInAddress(url: string): string | undefined {
  const path = new URL(url).pathname;
  const split = /\/((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?:\/|\.|_|-|$)/.exec(path);
  const solid = /(?:^|[/_a-z-])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/i.exec(path);
  const match = split ?? solid;
  return match ? printDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Year, month, day → a partial date; undefined for a month or day that does not exist. */
export function printDate(year?: number, month?: number, day?: number): string | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return String(year);
  const pad = (n: number): string => String(n).padStart(2, "0");
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${pad(month)}`;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined;
}

const numberOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/** 二〇二四年三月二十六日 → 2024年3月26日; other text stays. */
function spellOut(text: string): string {
  const digits = text.replace(/○/g, "〇").replace(/零/g, "〇");
  return digits.replace(
    /([〇一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月)?(?:([一二三四五六七八九十]{1,3})日)?/g,
    (_, year: string, month?: string, day?: string) =>
      [
        [...year].map((c) => HAN_DIGITS.indexOf(c)).join(""),
        "年",
        month ? `${upTo99(month)}月` : "",
        day ? `${upTo99(day)}日` : "",
      ].join(""),
  );
}

function upTo99(numeral: string): number {
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const digit = (c: string | undefined): number => Math.max(0, HAN_DIGITS.indexOf(c || "〇"));
  return (numeral.includes("十") ? (tens === "" ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}
