import { at, type Special, value } from "./special.ts";

/** What stands before a bare 第N that ranks something. */
const RANKING =
  /(?:居|列|排|排名|排在|位|跃居|位居|位列|名列|跻身|升至|升到|提升至|提升到|降至|跌至|上升至|保持|稳居|成为|全球|全国|世界|全省|全市|全区|亚洲|国内|同类|由|从|至|到|占|中|货物贸易|国|的|是|为|[、,，])$/;

/** 第3位, 第一大国; 第N alone only behind a word of ranking, never at the head of an enumeration. */
export function readRank(m: RegExpExecArray): Special | null {
  const text = m.input;
  const tail = m.groups?.["tail"];
  const end = m.index + m[0].length;
  if (tail === undefined) {
    const before = text.slice(Math.max(0, m.index - 6), m.index);
    const after = text.charAt(end);
    const opens =
      before === "" || /[。;:!?\n“”]$/.test(before) || (/[,，]$/.test(before) && /[,，、是:]/.test(after));
    if (
      opens ||
      !RANKING.test(before) ||
      /[\u4e00-\u9fff\d]/.test(after.replace(/[的和与及升降提跃跌上下到至]/, ""))
    )
      return null;
  }
  return {
    start: m.index,
    end,
    num: at(m, "n"),
    value: value(m.groups?.["n"]),
    unit: "",
    kind: "rank",
    more: false,
  };
}
