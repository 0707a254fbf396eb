import { simplify } from "../../text/fold.ts";

/**
 * The text in the form that the Chinese rules read: full-width digits, letters, brackets and signs as ASCII, Simplified
 * characters. The length stays, so every offset counts in the original too. `，` is kept: in 1,234 only an ASCII comma
 * parts thousands.
 */
export function comparable(text: string): string {
  return simplify(text.replace(/[\uff01-\uff0b\uff0d-\uff5e\u3000]/g, narrow));
}

const narrow = (c: string): string => (c === "\u3000" ? " " : String.fromCharCode(c.charCodeAt(0) - 0xfee0));
