import { Decimal } from "decimal.js";
import type { FigureEntry } from "../../retrieval/library.ts";
import { cellUnit } from "../figure-text.ts";
import type { ComparisonKind } from "../question/question.ts";
import type { Derived, UiLang } from "../types.ts";
import { commonScale, divide, type Exact, exactOf, percentChange, subtract, tidy } from "./arithmetic.ts";

/** Names of derived units in the two languages. */
const UNITS = {
  points: { zh: "个百分点", en: "percentage points" },
  times: { zh: "倍", en: "times" },
  ranks: { zh: "位", en: "places" },
} as const;

/** A figure as the exact value it compares by: fractions and multiples of growth as per cent. */
function comparable(entry: FigureEntry): Exact {
  const { figure } = entry;
  const value = exactOf(figure);
  const factor = figure.kind === "fraction" ? 100 : figure.kind === "multiple" ? 100 : 1;
  return [value[0].times(factor), value[1].times(factor)];
}

/** Units of time that convert exactly, in minutes; a working day stays a day of its own. */
const MINUTES: readonly (readonly [RegExp, number])[] = [
  [/秒|second/, 1 / 60],
  [/分钟|minute/, 1],
  [/小时|钟头|hour/, 60],
  [/工作日|working day/, Number.NaN],
  [/天|日|day/, 1440],
];
const minutesOf = (unit: string): number => MINUTES.find(([p]) => p.test(unit))?.[1] ?? Number.NaN;

/** Converts `entry`'s value into `unit`; undefined where the units have no fixed ratio. */
function inUnitOf(entry: FigureEntry, unit: string): Exact | undefined {
  const value = comparable(entry);
  if (entry.figure.kind !== "duration" || entry.figure.unit === unit) return value;
  const ratio = minutesOf(entry.figure.unit) / minutesOf(unit);
  return Number.isFinite(ratio)
    ? [value[0].times(ratio), value[1].times(ratio)]
    : entry.figure.unit.replace("个", "") === unit.replace("个", "")
      ? value
      : undefined;
}

/** The sign of left − right where it is certain: 1, −1, 0; undefined where ranges overlap or units do not convert. */
export function order(left: FigureEntry, right: FigureEntry): number | undefined {
  const a = inUnitOf(left, right.figure.unit);
  if (!a) return undefined;
  const b = comparable(right);
  if (a[0].gt(b[1])) return 1;
  if (a[1].lt(b[0])) return -1;
  return a[0].eq(b[0]) && a[1].eq(b[1]) ? 0 : undefined;
}

/**
 * What a comparison computes from its two operands: for `ratio` left ÷ right, for `percent_change` the change from right to
 * left, for `share` left of right, else left − right (percentage points between percentages). Undefined where it cannot.
 */
export function derive(
  kind: ComparisonKind,
  left: FigureEntry,
  right: FigureEntry,
  operands: readonly [number, number],
  lang: UiLang,
): Derived | undefined {
  const b = comparable(right);
  const a = inUnitOf(left, right.figure.unit);
  if (!a) return undefined;
  const approximate = [left, right].some((e) => e.figure.approx !== "none" || e.figure.bound !== null);
  const en = lang === "en";
  if (kind === "ratio") {
    const value = divide(a, b);
    return (
      value &&
      finish(
        "ratio",
        value,
        en ? UNITS.times.en : UNITS.times.zh,
        (x) => x,
        `${show(a, right, left, lang)} ÷ ${show(b, right, left, lang)}`,
        operands,
        approximate,
      )
    );
  }
  if (kind === "share") {
    const value = divide(a, b);
    return (
      value &&
      finish(
        "share",
        [value[0].times(100), value[1].times(100)],
        "%",
        (x) => x,
        `${show(a, right, left, lang)} ÷ ${show(b, right, left, lang)} × 100%`,
        operands,
        approximate,
      )
    );
  }
  if (kind === "percent_change") {
    const value = percentChange(a, b);
    return (
      value &&
      finish(
        "percent_change",
        value,
        "%",
        (x) => x,
        `(${show(a, right, left, lang)} − ${show(b, right, left, lang)}) ÷ ${show(b, right, left, lang)} × 100%`,
        operands,
        approximate,
      )
    );
  }
  return difference(a, b, left, right, operands, approximate, lang);
}

function difference(
  a: Exact,
  b: Exact,
  left: FigureEntry,
  right: FigureEntry,
  operands: readonly [number, number],
  approximate: boolean,
  lang: UiLang,
): Derived {
  const en = lang === "en";
  const value = subtract(a, b);
  const size: readonly [Decimal, Decimal] =
    value[0].lt(0) && value[1].lte(0)
      ? [value[1].abs(), value[0].abs()]
      : value[0].lt(0)
        ? value
        : [value[0], value[1]];
  const first = value[1].lte(0) && value[0].lt(0) ? b : a;
  const second = first === a ? b : a;
  const { kind } = left.figure;
  if (kind === "rank")
    return finish(
      "difference",
      size,
      en ? UNITS.ranks.en : UNITS.ranks.zh,
      (x) => x,
      `${plain(first)} − ${plain(second)}`,
      operands,
      approximate,
    );
  if (["percent", "fraction", "multiple", "points"].includes(kind)) {
    return finish(
      "percentage_points",
      size,
      en ? UNITS.points.en : UNITS.points.zh,
      (x) => x,
      `${plain(first)}% − ${plain(second)}%`,
      operands,
      approximate,
    );
  }
  const scale = scaleOf([...first, ...second], right, left, lang);
  const unit = unitName(right, left, scale, lang);
  return finish(
    "difference",
    size,
    unit,
    (x) => x.div(scale.factor),
    `${show(first, right, left, lang)} − ${show(second, right, left, lang)}`,
    operands,
    approximate,
  );
}

function finish(
  kind: Derived["kind"],
  value: readonly [Decimal, Decimal],
  unit: string,
  scaled: (x: Decimal) => Decimal,
  left: string,
  operands: readonly [number, number],
  approximate: boolean,
): Derived {
  const [low, high] = [scaled(value[0]), scaled(value[1])];
  const shown = low.eq(high) ? tidy(low) : `${tidy(low)}–${tidy(high)}`;
  const exact = (x: Decimal): number => x.toDecimalPlaces(6).toNumber();
  const mark = unit === "%" || kind === "percentage_points" ? (unit === "%" ? "%" : "") : "";
  const sign =
    approximate ||
    (!low.eq(low.toDecimalPlaces(2)) && (kind === "share" || kind === "percent_change" || kind === "ratio"))
      ? "≈"
      : "=";
  return {
    kind,
    value: low.eq(high) ? exact(low) : [exact(low), exact(high)],
    unit,
    formula: `${left} ${sign} ${shown}${mark}${mark === "" && unit !== "" ? `（${unit}）` : ""}`,
    operands,
    approximate,
  };
}

/** Counts below a million are shown in full when the text prints them so. */
function scaleOf(values: readonly Decimal[], right: FigureEntry, left: FigureEntry, lang: UiLang) {
  const printedPlain = [left, right].every(
    (e) => !/[万亿]|trillion|billion|million/.test(e.figure.text + cellUnit(e.figure)),
  );
  return commonScale(values, lang === "en" ? "en" : "zh", printedPlain);
}

function unitName(
  right: FigureEntry,
  left: FigureEntry,
  scale: { zh: string; en: string },
  lang: UiLang,
): string {
  const unit = left.figure.unit || right.figure.unit || left.figure.noun || right.figure.noun || "";
  return lang === "en"
    ? [scale.en, /\p{Script=Han}/u.test(unit) ? (EN_UNITS[unit] ?? "") : unit]
        .filter((x) => x !== "")
        .join(" ")
    : `${scale.zh}${unit}`;
}

const EN_UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  美元: "US dollars",
  吨: "tonnes",
  小时: "hours",
  个小时: "hours",
  天: "days",
  分钟: "minutes",
  家: "companies",
  起: "cases",
  列: "trains",
  标箱: "TEUs",
  人次: "person-times",
  辆: "vehicles",
  项: "items",
};

function show(value: Exact, right: FigureEntry, left: FigureEntry, lang: UiLang): string {
  const scale = scaleOf([...comparable(left), ...comparable(right)], right, left, lang);
  return value[0].eq(value[1])
    ? exactText(value[0].div(scale.factor))
    : `(${exactText(value[0].div(scale.factor))}–${exactText(value[1].div(scale.factor))})`;
}

const plain = (value: Exact): string =>
  value[0].eq(value[1]) ? exactText(value[0]) : `(${exactText(value[0])}–${exactText(value[1])})`;
/** Operands are shown as exactly as the source has them. */
const exactText = (value: Decimal): string => value.toDecimalPlaces(8).toFixed();

/** The value of a result as shown, with its unit. */
export function sayDerived(derived: Derived, lang: UiLang): string {
  const say = (x: number): string => tidy(new Decimal(String(x)).abs());
  const number =
    typeof derived.value === "number"
      ? say(derived.value)
      : `${say(derived.value[0])}–${say(derived.value[1])}`;
  const gap = lang === "en" && derived.unit !== "%" ? " " : "";
  return `${number}${gap}${derived.unit}`;
}
