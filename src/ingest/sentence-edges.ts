import { wordsOf } from "./words.ts";

/** Words with which a Chinese sentence of news begins; a paragraph that does so was not cut off before them. */
const OPENERS =
  /^(?:近日|近期|近年来|日前|目前|当前|如今|今年|去年|前年|明年|昨[日天]|今[日天]|当[日天]|此外|另外|同时|与此同时|其中|其次|其[一二三四]|首先|再次|最后|因此|所以|但是?|然而|不过|对此|为此|对于|由于|随着|根据|按照|据|截至|下一步|接下来|比如|例如|一方面|另一方面|一是|二是|三是|四是|五是|六是|作为|在[^，。]{2,30}[，,]|\d{4}年|[上下]半年|前[\d一二三四]+(?:个月|季度)|\d{1,2}月|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[“‘《【「『#]|[^，。！？]{1,14}[：:]|The\b|In\b|On\b|At\b|But\b|And\b|It\b|This\b)/u;

/** Single characters with which sentences do begin; others, when no word of the dictionary begins with them, are the rest of one. */
const SINGLE_OPENERS = new Set(
  "受经按依凭沿靠朝往围继逢连除不没无只仅更最很太真才刚首双两一二三四五六七八九十百千万几半第在为据从对以每我你他她它这那有是如当至而但又也还因该各全近去今本由将被把让使给向与和或就都再已曾正仍却若虽且其此某何谁请问答说想看听走来到上下前后中外东南西北新老大小多少高低",
);

/** Words after which a sentence must go on. Two or more mean little as the end of a heading, so only prose is tried. */
const OPEN_ENDS =
  /(?:分别|[，,、（(“‘《「『]|的|和|与|及|以及|或|或者|在|对|对于|将|把|被|为|以|从|自|向|由|比|较|约|近|超|达|至|到|等措|并|而|是|了?约|\b(?:the|a|an|of|in|on|at|to|for|with|by|and|or|from|than|that|which|about|over|under))$/u;

/** Verbs and adverbs that take an amount. */
const CHANGES =
  "增长|下降|减少|增加|提高|提升|压缩|压减|缩短|扩大|上升|回落|增至|降至|升至|减至|达到?|超过?|突破|占|有|为|是";
const TAKES_AMOUNT = new RegExp(
  `(?:${CHANGES}|约|近|逾|共计?|总计|累计|至|到|rose|fell|grew|by|to|reached|totall?ed)\\s*$`,
  "u",
);
const AMOUNT = /^\s*[¥$]?\d[\d,.]*\s*(?![\d年月日号点时届])\S/u;
const HANDS_OUT = new RegExp(`分别(?:同比|环比)?(?:${CHANGES})?$`, "u");
/** "压缩64.2%和85.5%": a verb or none, and two amounts whose units are short. */
const TWO_AMOUNTS = new RegExp(
  `^(?:同比|环比)?(?:${CHANGES})?了?\\d[\\d,.]*[^\\d\\s，,。；;、和]{0,5}[和及、与](?:${CHANGES})?\\d`,
  "u",
);

const PAIRS = [
  ["“", "”"],
  ["（", "）"],
  ["《", "》"],
  ["「", "」"],
  ["(", ")"],
] as const;

/** Whether a paragraph stops within a sentence: no final mark, also not inside closing quotes or brackets. */
export function isOpenEnd(text: string): boolean {
  const bare = text.trimEnd().replace(/[”’」』）)】》"']+$/u, "");
  return !/[。！？!?….;；:：]$/.test(bare) && /[，,。；;、]|\p{Script=Han}{16}|(?:\w+ ){6}/u.test(text);
}

/** Whether the end demands more: a comma, a preposition, an opened quotation. */
export const demandsMore = (text: string): boolean => OPEN_ENDS.test(text.trimEnd());

/** Whether an amount stands at the end: a clause may be whole with it. */
export const endsWithAmount = (text: string): boolean =>
  /\d[\d,.]*\s*(?:[%％‰]|\p{Script=Han}{1,4})?$|[一二三四五六七八九]成[多半]?$|百分点$/u.test(text.trimEnd());

/** Whether a text begins with a word or mark that opens sentences. */
export const beginsAsSentence = (text: string): boolean => OPENERS.test(text);

/** How a paragraph begins: as sentences do, as only the rest of one does, or so that it does not show. */
export function startShape(text: string): "sentence" | "rest" | "either" {
  if (/^[，。、；：！？”’）》」』,;:)%]|^[a-z]/u.test(text)) return "rest";
  if (beginsAsSentence(text)) return "sentence";
  const first = firstWord(text);
  return /^\p{Script=Han}$/u.test(first) && !SINGLE_OPENERS.has(first) ? "rest" : "either";
}

/** What proves that `right` goes on where `left` broke off, in words for the report; undefined where nothing does. */
export function proofOf(left: string, right: string): string | undefined {
  const word = wordAcross(left, right);
  if (word !== undefined && startShape(right) === "rest") return `the cut splits the word ${word}`;
  const pair = PAIRS.find(([open, close]) => depth(left, open, close) > 0 && closesFirst(right, open, close));
  if (pair) return `the ${pair[0]} that the first half opens is closed in the second`;
  if (HANDS_OUT.test(left) && TWO_AMOUNTS.test(right))
    return "分别 awaits two amounts, and the second half begins with two";
  if (TAKES_AMOUNT.test(left) && AMOUNT.test(right))
    return "the first half awaits an amount, and the second begins with one";
  return undefined;
}

/** Characters on each side of a cut in which words are looked for. */
const REACH = 24;

/** The Chinese word at the very beginning; empty where something else stands there. */
const firstWord = (text: string): string =>
  wordsOf(text.slice(0, REACH)).find((word) => word.start === 0 && word.kind === "han")?.text ?? "";

/** A dictionary word that lies across the cut, made of the last word of the left half and the first of the right one. */
function wordAcross(left: string, right: string): string | undefined {
  const before = left.slice(-REACH);
  const tail = wordsOf(before).find((word) => word.end === before.length && word.kind === "han")?.text ?? "";
  const head = firstWord(right);
  if (tail === "" || head === "" || Math.min(tail.length, head.length) > 1) return undefined;
  const across = wordsOf(before + right.slice(0, REACH)).find(
    (word) => word.start < before.length && word.end > before.length,
  );
  return across?.text === tail + head ? across.text : undefined;
}

/** Marks opened and not closed. */
function depth(text: string, open: string, close: string): number {
  let sum = 0;
  for (const char of text) sum = char === open ? sum + 1 : char === close ? Math.max(0, sum - 1) : sum;
  return sum;
}

/** Whether a closing mark comes before any opening one. */
function closesFirst(text: string, open: string, close: string): boolean {
  const at = text.indexOf(close);
  const opened = text.indexOf(open);
  return at >= 0 && (opened < 0 || at < opened || depth(text.slice(0, at), open, close) === 0);
}
