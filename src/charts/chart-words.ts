import { foldText } from "../text/fold.ts";

/** Words that ask to see how something went over time, or to have it drawn, in folded text. */
const ASKING =
  /历年来?|历次|逐年|走势图?|(?:趋势|折线|曲线|柱状|变化)图|图表|画(?:出|成|个|张|一个|一张)?图|趋势|\b(?:over|through) the years\b|\bover time\b|\byear[- ]by[- ]year\b|\bby year\b|\btrends?\b|\btime series\b|\b(?:(?:bar|line) )?(?:charts?|graphs?|plots?)\b/g;

/** Words of which the bare meaning (where things are going) may be all that is asked. */
const VAGUE = /^(?:趋势|trends?)$/;

/** What stands before and behind them and names nothing. */
const BEFORE =
  /^(?:请|麻烦|帮我|给我|我想|我要|看看|看一下|看|知道|了解|画|做|一张|一个|张|个|的|(?:please|can you|could you|show|draw|make|give|plot|me|a|an|the|of|in|for|what (?:is|was|are)|how (?:has|have|did|does|do))\b|[\s,，、:：])/;
const BEHIND =
  /(?:[\s?？。.!！,，、]|数据|数字|情况|怎么变化?|变化|怎么走|如何|怎么样|怎样|什么样|是什么|呢|吗|的|来|\b(?:chang|develop|evolv|grow)\w*|\b(?:look like|gone|as|in|of|for))$/;

/** Whether a question asks for a picture of how something went; `vaguely` where it may ask for words all the same. */
export function asksForChart(text: string): "surely" | "vaguely" | undefined {
  const found = foldText(text).match(ASKING);
  if (found === null) return undefined;
  return found.every((word) => VAGUE.test(word)) ? "vaguely" : "surely";
}

/**
 * The question for the plain number, without the words of {@link asksForChart}: 货物贸易总额走势如何 → 货物贸易总额是多少. For an
 * engine that would read those words as part of what is asked about.
 */
export function askPlainly(text: string): string {
  let rest = foldText(text)
    .replace(ASKING, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(BEFORE, "").replace(BEHIND, "");
  }
  if (rest === "") return "那是多少";
  return /\p{Script=Han}/u.test(rest) ? `${rest}是多少` : rest;
}
