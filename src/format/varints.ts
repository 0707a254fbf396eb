const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Whole numbers ≥ 0 as text of `A-Za-z0-9_-`: one character below 32, two below 1,024, three below 32,768. */
export function packNumbers(numbers: readonly number[]): string {
  return numbers.map(packNumber).join("");
}

function packNumber(n: number): string {
  const low = n % 32;
  const rest = Math.floor(n / 32);
  return rest === 0 ? DIGITS.charAt(low) : DIGITS.charAt(low + 32) + packNumber(rest);
}

/** The numbers that {@link packNumbers} packed; undefined where the text is not such a packing. */
export function unpackNumbers(text: string): readonly number[] | undefined {
  const numbers: number[] = [];
  let [value, weight] = [0, 1];
  for (const char of text) {
    const digit = DIGITS.indexOf(char);
    if (digit < 0) return undefined;
    value += (digit % 32) * weight;
    weight *= 32;
    if (digit < 32) {
      numbers.push(value);
      [value, weight] = [0, 1];
    }
  }
  return weight === 1 && numbers.every(Number.isSafeInteger) ? numbers : undefined;
}
