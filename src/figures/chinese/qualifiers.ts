import type { Approximation, Bound, Span } from "../figure.ts";
import type { RawNumber } from "./scan.ts";
import { BEFORE, BEHIND, BETWEEN } from "./tables/approximators.ts";

export interface Qualifier {
  readonly approx: Approximation;
  readonly bound: Bound | null;
  readonly span: Span;
}

/** What stands around the number and blurs it: 近, 超, 约占…的, 余, 以上, 左右. */
export function qualify(
  text: string,
  start: number,
  end: number,
  from: number,
  more: RawNumber["more"],
): Qualifier {
  const lead = text.slice(Math.max(from, start - 14), start);
  const tail = text.slice(end, end + 4);
  let displayStart = start;
  let displayEnd = end;
  let approx: Approximation = more ?? "none";
  let bound: Bound | null = more === "over" ? ">" : null;
  const behind = BEHIND.find(
    (a) =>
      tail.startsWith(a.word) &&
      !/^(?:内(?:地|陆|销|容|外|部|在)|多(?:式|边|元|样|方|维|年|种|家|个|项)|许(?:多|可)|前后端)/.test(tail),
  );
  if (behind !== undefined) {
    displayEnd = end + behind.word.length;
    approx = behind.approx;
    bound = behind.bound;
  }
  for (const pattern of BETWEEN) {
    const link = pattern.exec(lead)?.[0];
    if (link === undefined) continue;
    const head = lead.slice(0, lead.length - link.length);
    const before = BEFORE.find((a) => head.endsWith(a.word) && !isOtherWord(a.word, head));
    if (before === undefined) continue;
    // 约占全国的70%: the number is blurred, but is shown alone.
    displayStart = link.includes("占") ? start : start - link.length - before.word.length;
    approx = before.approx;
    bound = before.bound;
    break;
  }
  return { approx, bound, span: [displayStart, displayEnd] };
}

/** 附近, 条约, 最近, 高超: the approximator is the end of another word. */
function isOtherWord(word: string, head: string): boolean {
  if (word === "近") return /(?:附|最|靠|邻|接|将|逼|临|远)近$/.test(head);
  if (word === "约") return /(?:条|大|节|公|集|预|签|合|纽|制|契)约$/.test(head);
  if (word === "超") return /(?:高|赶|不)超$/.test(head);
  if (word === "高于" || word === "低于" || word === "大于") return false;
  return false;
}
