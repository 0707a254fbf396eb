import { FALL_PATTERN, RISE_PATTERN, TRANSITIVE_PATTERN } from "./change-words.ts";

/**
 * What stands before a number, matched at its end. Every repetition is over fixed words or bounded, so that the time
 * grows with the length of the clause alone.
 */
const VERB = `(?:${RISE_PATTERN}|${FALL_PATTERN})`;
const AFTER_VERB = "(?:率|幅度)?(?:了|约|近|超过了?|逾|达到?|高达|为|将近|不到|至少|最多|至多|将|接近)*";
/** 比2012年增长, 较2017年分别压缩, 比外贸整体增速高. */
export const VERSUS = new RegExp(
  `(?:(?<![同环占对])比(?!重|例|率)|较|与|跟)(?<base>[^,，;]{0,20}?)(?:相比)?[,，]?(?:分别|平均|各|又|再|还|已|共|约|累计|大幅|明显)*(?<verb>${VERB})${AFTER_VERB}$`,
);
/** 高于全国外贸增速, 快于全国平均. */
export const ABOVE =
  /(?<verb>高于|低于|快于|慢于|高出|多于|少于|超出|领先)(?<base>[^,，;、]{1,18}?)(?:约|近|超过)?$/;
/** 同比增长, 年均增长, 下降了. */
export const PLAIN_CHANGE = new RegExp(
  `(?:同比|环比|年均|月均|按年|分别|平均|大幅|明显|各|又|再|还|约|已|共|累计)*(?<verb>${VERB})${AFTER_VERB}$`,
);
/** 压缩通关等待时间, 节省报关时间: what changes stands behind the verb. */
export const OBJECT_CHANGE = new RegExp(
  `(?:分别|平均|大幅|明显|各)*(?<verb>${TRANSITIVE_PATTERN})(?:了)?(?![至到为])(?<object>[\\u4e00-\\u9fffA-Za-z“”()]{2,16})$`,
);
/** 翻了近 before 一番. */
export const DOUBLING = /(?:实现)?翻(?:了|上|了近|近|约|超过)*$/;
/** 占同期外贸进出口总值的, 占比超过了. */
export const SHARE =
  /占(?:到|了|据|比|全部)?(?<whole>[^,，;、]{0,26}?)(?:的)?(?:比重|比例|份额)?(?:提升|提高|上升)?(?:已|约|近|超过?了?|达到?|为|不到|接近|至|到|逾|过)*$/;
/** 相当于2023年全球销量的, 是去年同日的. */
export const RATIO = /(?:相当于|等于|恢复[到至]|为|是)(?<base>[^,，;]{1,24}?)的(?:近|约|超过?)?$/;
/** 、中国产量的 behind such a multiple. */
export const RATIO_NEXT = /^、(?<base>[^,，;、]{1,20}?)的$/;
/** 居全国, 位居全球: among whom a rank counts. */
export const SCOPE =
  /(?:继续|稳|位|排名|排在|跃|名|高|仍|均|首次|连续|保持|依旧)*(?:居|列|排|位|成为|保持|跻身|排名|排在|位次)?(?:在|于|至|为)?(?<scope>(?:全国|全球|全省|世界|全市|全区|亚洲|国内|同类|沿海|中西部|副省级|[\u4e00-\u9fff]{2,6}(?:中|内))[\u4e00-\u9fff]{0,8})?$/;
