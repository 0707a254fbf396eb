/** A period from–to, inclusive, both partial dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const ORDINALS = "一二三四";
const SPELLED = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const QUARTERS = ["first", "second", "third", "fourth"];

/** Parts of a year that a title names: first and last month by the pattern's first groups. */
const PARTS: readonly {
  readonly pattern: RegExp;
  readonly months: (a: string, b: string) => readonly [number, number];
}[] = [
  { pattern: /上半年|first half/i, months: () => [1, 6] },
  { pattern: /下半年|second half/i, months: () => [7, 12] },
  { pattern: /前([一二三])(?:个)?季度/, months: (n) => [1, 3 * (ORDINALS.indexOf(n) + 1)] },
  {
    pattern: /第?([一二三四])季度/,
    months: (n) => [3 * ORDINALS.indexOf(n) + 1, 3 * ORDINALS.indexOf(n) + 3],
  },
  {
    pattern: /(first|second|third|fourth) quarter/i,
    months: (n) => [3 * QUARTERS.indexOf(n.toLowerCase()) + 1, 3 * QUARTERS.indexOf(n.toLowerCase()) + 3],
  },
  { pattern: /前\s*(\d{1,2})\s*个?月/, months: (n) => [1, Number(n)] },
  {
    pattern: /(?<!\d)(\d{1,2})月?\s*[—–~～至到-]+\s*(\d{1,2})月(?!\d)/,
    months: (a, b) => [Number(a), Number(b)],
  },
  {
    pattern: /first (\w+) months/i,
    months: (n) => [1, /^\d/.test(n) ? Number(n) : SPELLED.indexOf(n.toLowerCase())],
  },
];

/** Five-year plans by number: the 14th ran from 2021 to 2025. */
const PLAN = /“?十([一二三四五])五”?/;
const FOURTEENTH = { from: 2021, to: 2025 };

/**
 * The period that a title says its article is about (2022年成绩单, 前10个月, 上半年, “十四五”), given the day of publication;
 * undefined when the title names none, or one that was not over when it was published.
 */
export function periodInTitle(title: string, published: string): Period | undefined {
  const year = Number(
    /(?<!\d)(20\d{2})(?:年|(?=\D|$))(?![.%\d])/.exec(title.replace(/\d{4}[亿万]/g, ""))?.[1] ?? Number.NaN,
  );
  const publishedYear = Number(published.slice(0, 4));
  for (const { pattern, months } of PARTS) {
    const match = pattern.exec(title);
    if (!match) continue;
    const [first, last] = months(match[1] ?? "", match[2] ?? "");
    if (!(first >= 1 && last >= first && last <= 12)) return undefined;
    const of = Number.isNaN(year) ? yearBefore(published, last) : year;
    return { from: month(of, first), to: month(of, last) };
  }
  const plan = PLAN.exec(title);
  if (plan && Number.isNaN(year)) {
    const shift = 5 * ("一二三四五".indexOf(plan[1] ?? "") - 3);
    const to = FOURTEENTH.to + shift;
    return FOURTEENTH.from + shift > publishedYear
      ? undefined
      : {
          from: String(FOURTEENTH.from + shift),
          to: to >= publishedYear ? published.slice(0, 7) : String(to),
        };
  }
  return Number.isNaN(year) || year > publishedYear ? undefined : { from: String(year), to: String(year) };
}

/** The year of the last such part of a year that was over when the article was published. */
function yearBefore(published: string, lastMonth: number): number {
  const year = Number(published.slice(0, 4));
  const publishedMonth = Number(published.slice(5, 7) || 12);
  return lastMonth <= publishedMonth ? year : year - 1;
}

const month = (year: number, n: number): string => `${year}-${String(n).padStart(2, "0")}`;
