const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Powers of ten behind a number: 1.2亿, 3千, 5百万, 9.7万亿. */
const SCALE_EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The exponent of a run of scale words: 万亿 → 12, 千万 → 7, "" → 0. */
export function scaleExponent(scale: string): number {
  return [...scale].reduce((sum, c) => sum + (SCALE_EXPONENTS[c] ?? 0), 0);
}

/**
 * A number in digits (1,234.5), times its scale; exact, since it goes through the decimal notation and not through a
 * multiplication. NaN for what is no number.
 */
export function parseDigits(digits: string, scale = ""): number {
  return Number(`${digits.replace(/,/g, "")}e${scaleExponent(scale)}`);
}

/**
 * A numeral in Chinese characters: 一百二十 → 120, 三点五 → 3.5, 两万 → 20000, 百万 → 1000000, 二〇二四 → 2024.
 * `null` for what is no numeral; for two neighbours (三四, 七八十, 三四百) a range.
 */
export function parseChineseNumeral(numeral: string): number | readonly [number, number] | null {
  const [whole, fraction] = numeral.split("点");
  if (whole === undefined || whole === "") return null;
  if (fraction !== undefined) return parseDecimal(whole, fraction);
  const neighbours = /^(.*?)([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(whole);
  if (neighbours?.[2] && neighbours[3] && DIGITS[neighbours[3]] === (DIGITS[neighbours[2]] ?? 0) + 1) {
    const [, head = "", low, high, tail = ""] = neighbours;
    if (head === "" || /[十百千万亿]$/.test(head)) {
      const from = parseWhole(head + low + tail);
      const to = parseWhole(head + high + tail);
      return from === null || to === null ? null : [from, to];
    }
  }
  return parseWhole(whole);
}

function parseDecimal(whole: string, fraction: string): number | null {
  const head = parseWhole(whole);
  const scale = /[万亿]+$/.exec(fraction)?.[0] ?? "";
  const digits = [...fraction.slice(0, fraction.length - scale.length)].map((c) => DIGITS[c]);
  if (head === null || digits.length === 0 || digits.includes(undefined)) return null;
  return Number(`${head}.${digits.join("")}e${scaleExponent(scale)}`);
}

function parseWhole(text: string): number | null {
  if (text === "" || !/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return null;
  if (text.length > 1 && /^[零〇一二三四五六七八九]+$/.test(text))
    return Number([...text].map((c) => DIGITS[c]).join(""));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastScale = 0;
  for (const c of text) {
    const value = DIGITS[c];
    const small = SMALL_SCALES[c];
    if (value !== undefined) {
      digit = value;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      lastScale = small;
      digit = null;
    } else {
      const scale = c === "万" ? 1e4 : 1e8;
      const before = section + (digit ?? 0);
      // 亿 takes all before it (一万亿); 万 takes the section alone (一亿三千万).
      if (scale === 1e8) total = (total + before || 1) * scale;
      else total += (before || 1) * scale;
      section = 0;
      lastScale = scale;
      digit = null;
    }
  }
  // 一千五 is 1,500, 三万二 is 32,000: a digit right behind a scale stands for the next lower place.
  if (digit !== null && digit > 0 && lastScale >= 100 && !/[零〇]/.test(text))
    return total + section + digit * (lastScale / 10);
  return total + section + (digit ?? 0);
}
