/** A text out of bytes. `encoding` is the WHATWG name (`utf-8`, `gb18030`, `utf-16le` …). */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Where the encoding is known from. */
  readonly basis: "byte-order mark" | "valid UTF-8" | "declared" | "guessed from the bytes";
  /** Characters that could not be read and stand as U+FFFD. */
  readonly broken: number;
}

/** Pages say gb2312 or gbk and mean its superset, which browsers read and which has the four-byte characters. */
const GB_FAMILY =
  /^(?:x-)?(?:gb[-_ ]?2312(?:[-_ ]?80)?|gbk|gb[-_ ]?18030|cp936|ms936|windows-936|euc-?cn|chinese|csgb2312)$/i;

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * Bytes → text. A byte-order mark decides; then valid UTF-8 (other encodings hardly ever look like it); then what the
 * page or the server declares; then GB18030, or Windows-1252 where only single accented letters and quotes stand among
 * Latin ones. A text with a few broken bytes keeps its encoding. Undefined when the bytes are no text in any of these.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return decoded(bytes, marked[1], "byte-order mark", false);
  const utf8 = decoded(bytes, "utf-8", "valid UTF-8", true);
  if (utf8) return utf8;
  const label = declared === undefined ? undefined : labelOf(declared);
  if (label !== undefined && label !== "utf-8") {
    const as = decoded(bytes, label, "declared", true);
    if (as) return as;
  }
  const damaged = decoded(bytes, "utf-8", "guessed from the bytes", false);
  if (damaged && isMostlySound(damaged)) return damaged;
  const gb = decoded(bytes, "gb18030", "guessed from the bytes", true);
  if (gb && looksChinese(gb.text)) return gb;
  const latin = decoded(bytes, "windows-1252", "guessed from the bytes", true);
  if (latin && looksLatin(latin.text)) return latin;
  const isDeclared = label !== undefined && label !== "utf-8";
  const loose = decoded(
    bytes,
    isDeclared ? label : "gb18030",
    isDeclared ? "declared" : "guessed from the bytes",
    false,
  );
  return loose && isMostlySound(loose) && (isDeclared || looksChinese(loose.text)) ? loose : undefined;
}

/** The encoding that an HTML page declares in its first 2,048 bytes, as it writes it; undefined where it does not. */
export function declaredInHtml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}

/** The WHATWG name of a declared encoding; undefined for one that this Node does not know. */
function labelOf(declared: string): string | undefined {
  if (GB_FAMILY.test(declared.trim())) return "gb18030";
  try {
    return new TextDecoder(declared.trim()).encoding;
  } catch {
    return undefined;
  }
}

function decoded(
  bytes: Uint8Array,
  encoding: string,
  basis: DecodedText["basis"],
  fatal: boolean,
): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal }).decode(bytes);
    if (encoding === "windows-1252")
      return { text: text.replace(/[\u0080-\u009f]/g, cp1252), encoding, basis, broken: 0 };
    return { text, encoding, basis, broken: fatal ? 0 : (text.match(/\ufffd/g) ?? []).length };
  } catch {
    return undefined;
  }
}

/** Windows-1252 above 0x7f and below 0xa0, which Node before 24 decodes as control characters; spaces are unassigned. */
const CP1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const cp1252 = (control: string): string => CP1252.charAt(control.charCodeAt(0) - 0x80);

/** A file cut or damaged in a few places: at least twenty sound characters beyond ASCII for each broken one. */
function isMostlySound({ text, broken }: DecodedText): boolean {
  const sound = (text.match(/[\u0080-\ufffc]/g) ?? []).length;
  return broken * 20 <= sound;
}

/** Chinese characters that stand beside Chinese ones; bytes of another encoding give single ones among Latin letters. */
function looksChinese(text: string): boolean {
  const han = (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
  const inRuns = (text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]{2,}/g) ?? []).join("").length;
  return han > 0 && inRuns >= han * 0.8;
}

/** Letters, with at most one character in ten beyond ASCII. */
function looksLatin(text: string): boolean {
  const beyond = (text.match(/[\u0080-\uffff]/g) ?? []).length;
  return /[a-z]{3}/i.test(text) && beyond * 10 <= text.length;
}
