import type { Span } from "../../figures/figure.ts";
import type { ComparisonKind } from "./question.ts";

/** The two sides that a question sets against each other, in the order of the arithmetic, as spans of the folded question. */
export interface Framed {
  /** What is asked about: the part of a share, what something is taken from, the one that is so many times the other. */
  readonly left: Span;
  readonly right: Span;
  /** What to compute; undefined where other words tell it. */
  readonly kind: ComparisonKind | undefined;
  /** Which side the other one is a part of; undefined where neither need be. */
  readonly whole: "left" | "right" | undefined;
  /** The two only stand side by side: what to compute is told by other words. */
  readonly loose: boolean;
}

const Q = "(?:多少|几多|几|好多)";
const PERCENT = `(?:百分之${Q}|${Q}%|%${Q}|${Q}成(?!员|立|本|果)|${Q}分之${Q}|(?:多大|多高|多少|什么|几大)(?:的)?(?:比例|比重|份额|一块)|多大一?块|${Q}(?!项|家|个|吨|元|亿|万))`;
const TAKEN_OFF =
  "(?:刨掉|刨去|刨除|除掉|除去|除开|扣掉|扣除|扣去|去掉|减掉|减去|撇开|撇掉|剔除|不算上?|不计|不含|不包括|不包含|除了)";
const ARE = "(?:is|are|was|were)";

/**
 * Ways of setting two things against each other that say which is which. Groups `left` and `right` hold the words of the two
 * sides; the first pattern that fits is taken.
 */
const FRAMES: readonly {
  readonly kind?: ComparisonKind;
  readonly whole?: "left" | "right";
  readonly pattern: RegExp;
}[] = [
  {
    kind: "ratio",
    pattern: new RegExp(
      `^(?<left>.+?)(?:和|跟|与|同|及)(?<right>[^,，]+)[,，]?前者(?:大概|大约)?(?:是|为)后者的?${Q}倍`,
      "du",
    ),
  },
  {
    kind: "share",
    whole: "right",
    pattern: new RegExp(
      `^(?<left>.+?)(?:和|跟|与|同|及)(?<right>[^,，]+)[,，]?前者占后者的?${PERCENT}`,
      "du",
    ),
  },
  {
    kind: "difference",
    pattern:
      /^(?<left>.+?)(?:和|跟|与|同|及)(?<right>[^,，]+)[,，]?前者比后者(?:要|还)?[多高大少低小长短快慢]/du,
  },
  {
    kind: "ratio",
    pattern: new RegExp(
      `^(?<left>.+?)[,，]?(?:大概|大约|差不多|到底)*(?:是|等于|相当于|为|系|係|抵得上|抵)(?<right>[^,，]+?)(?:的|嘅)?${Q}倍`,
      "du",
    ),
  },
  {
    kind: "ratio",
    pattern: new RegExp(
      `^(?<left>.+?)[,，]?(?:能|可以)?(?:顶得上|抵得上|顶|抵|相当于|等于)${Q}(?:个|倍|份|座)(?:的)?(?<right>[^?,，]{2,})`,
      "du",
    ),
  },
  {
    kind: "ratio",
    pattern: new RegExp(
      `^(?<left>.+?),? ${ARE} how many times (?:of |that of |(?:as )?(?:much|many|large|big|high|long) as (?:that of )?|the )?(?<right>[^?]+)`,
      "d",
    ),
  },
  {
    kind: "ratio",
    pattern:
      /how many times (?:larger|bigger|higher|greater|longer|more|as \w+)? ?(?:is|are|was|were|did|does|do) (?<left>.+?) (?:than|as|compared (?:to|with)|of) (?<right>[^?]+)/d,
  },
  {
    kind: "share",
    whole: "right",
    pattern: new RegExp(
      `^(?<left>.+?)[,，]?(?:大概|大约|差不多)?(?:占(?:了|到|全部|整个)?|相当于|等于)(?<right>[^,，]+?)(?:的|嘅)?${PERCENT}`,
      "du",
    ),
  },
  {
    kind: "share",
    whole: "right",
    pattern: new RegExp(
      `^(?<right>.+?)(?:[,，]|里头|里面?|当中|之中|中)+(?<left>.+?)(?:的|嘅)?(?:大概|大约)?占(?:了|到)?${PERCENT}`,
      "du",
    ),
  },
  {
    kind: "share",
    whole: "right",
    pattern: new RegExp(
      `^(?<right>.+?)(?:[,，]|里头|里面?|当中|之中|中)*(?:有|大概有)(?:百分之${Q}|${Q}%|%${Q}|${Q}成)(?:是|能|可以|都|已经?)?(?<left>[^?,，]{2,})`,
      "du",
    ),
  },
  {
    kind: "difference",
    whole: "left",
    pattern: new RegExp(
      `^(?<left>.+?)(?:里头|里面?|当中|之中|中)?[,，]?(?:要是|如果)?${TAKEN_OFF}(?<right>.+?)(?:的话|之外|以外|的|[,，])*(?:还|就|一共|总共|其余|其他|剩余|剩)(?:剩|有|是|下|共|的|余)*${Q}`,
      "du",
    ),
  },
  {
    kind: "share",
    whole: "right",
    pattern:
      /(?:what|which) (?:percentage|share|proportion|portion|fraction|percent) of (?<right>.+?) (?:did|does|do) (?<left>[^?]+?) (?:account for|make up|represent|come to|amount to|contribute)/d,
  },
  {
    kind: "share",
    whole: "right",
    pattern:
      /^(?:out )?of (?:all )?(?<right>[^,?]+), (?:what|which) (?:percentage|share|proportion|portion|fraction|percent) (?:is|are|was|were|did|do|came from) (?<left>[^?]+)/d,
  },
  {
    kind: "difference",
    whole: "left",
    pattern:
      /^(?<left>.+?),? (?:without|excluding|except(?: for)?|apart from|other than|minus|not counting|leaving out|leaving aside|not including) (?<right>[^,?–]+)/d,
  },
  {
    kind: "difference",
    whole: "left",
    pattern:
      /^(?:leaving out|leaving aside|without|excluding|apart from|except for|other than|not counting) (?<right>[^,]+), (?<left>.+)$/d,
  },
  {
    kind: "difference",
    whole: "left",
    pattern: new RegExp(`^(?:要是|如果)?${TAKEN_OFF}(?<right>[^,，]+)[,，](?<left>.+)$`, "du"),
  },
  {
    kind: "difference",
    whole: "left",
    pattern:
      /\bof (?<left>[^,?]+), how many (?:\w+ )?(?:are|is|were|was|have|has|had|did|do)(?:n't| not| never) (?<right>[^?]+)/d,
  },
  {
    kind: "difference",
    pattern:
      /by how (?:much|many(?: \w+)?) (?:did|do|does) (?<left>.+?) (?:exceed|surpass|top|outnumber|beat) (?<right>[^?]+)/d,
  },
  {
    kind: "difference",
    pattern:
      /how (?:many|much) (?:more|fewer|less) (?<left>(?!is |are |was |were |did |do |does ).+?) than (?<right>[^?]+?)(?: (?:did|do|does|were|was|are|is|has|have) .*)?[?.!\s]*$/d,
  },
  {
    kind: "difference",
    pattern: new RegExp(
      `^(?<left>.+?)比(?<right>[^,，]+?)(?:要|还)?(?:(?:多|少)\\p{Script=Han}{0,2}?|高|大|低|小|长|短|快|慢|贵)(?:出|了|出来)?${Q}`,
      "du",
    ),
  },
  {
    pattern:
      /^(?<left>.+?)(?:和|跟|与|同|及|對比|对比|vs)(?<right>[^,，?、]+?)(?:相比较?|比较?|两个|两者|,|，|\s)+.{0,10}(?:哪|谁|边|差|相差)/du,
  },
  {
    pattern:
      /^(?<left>.+?)(?:和|跟|与|同|及|vs)(?<right>[^,，?、]+?)的?[^、]{0,6}(?:增幅|涨幅|增速|相差|差距|差了?(?:多少|几))/du,
  },
  {
    pattern:
      /\b(?:which|what)(?: \w+)? (?:grew|rose|increased|fell|dropped|declined|climbed|is|was|are|were)(?: [\w-]+){0,3}[:,–—-] ?(?:the )?(?<left>.+?),? or (?<right>[^?,]+)/d,
  },
  {
    kind: "difference",
    pattern: new RegExp(`^(?<left>.+?)(?:多|高|大|少|快|长|重)过(?<right>[^,，]+?)(?:嘅|的)?${Q}`, "du"),
  },
  {
    pattern: new RegExp(
      `^(?<left>.+?)(?:和|跟|与|同|及)(?<right>[^,，?、]+?)(?:两个|两者)?[,，]?各\\p{Script=Han}{0,3}?${Q}`,
      "du",
    ),
  },
  {
    pattern: /\bseparates? (?<left>.+?) from (?<right>[^?]+)/d,
  },
  {
    pattern: /\b(?:difference|gap|points?|distance) between (?<left>.+?) and (?<right>[^?,]+)/d,
  },
  {
    pattern:
      /^(?:.{0,40}, )?(?<left>[^,]+?) (?:versus|vs\.?|compared (?:to|with)|against) (?<right>[^,?]+)[,?:]/d,
  },
];

/** Longest question that is read for its sides: patterns with two open ends take time with the square of its length. */
const LONGEST = 240;

/** The sides of a question that says which is which; undefined where it only lists them. */
export function readFrame(folded: string): Framed | undefined {
  if (folded.length > LONGEST) return undefined;
  // What stands in brackets is no side: "(counting times, not species)".
  const plain = folded.replace(/\([^()]*\)/g, (m) => " ".repeat(m.length));
  for (const { kind, whole, pattern } of FRAMES) {
    const spans = pattern.exec(plain)?.indices?.groups;
    const [left, right] = [spans?.["left"], spans?.["right"]];
    if (left && right) return { left, right, kind, whole, loose: kind === undefined };
  }
  return undefined;
}
