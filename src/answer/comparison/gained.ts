import type { NumberFinding } from "../number.ts";
import type { Question } from "../question/question.ts";
import type { Comparison } from "./compare.ts";
import { isOfKind } from "./operands.ts";
import { isChangePair } from "./reasons.ts";

/** 一共添了多少家, where the source tells only from how many to how many: the two are set against each other. */
export function gainedBetween(question: Question, { picks }: NumberFinding): Comparison | undefined {
  const pick = picks[0]?.entry;
  if (!pick || picks.length !== 1 || question.comparison !== null || !GAINED.test(question.folded))
    return undefined;
  const other = pick.document.figures.find(
    (e) => e !== pick && (isChangePair(pick, e) || isChangePair(e, pick)),
  );
  if (!other || !isOfKind(pick, "level") || !isOfKind(other, "level")) return undefined;
  const [left, right] = isChangePair(pick, other) ? [pick, other] : [other, pick];
  return { left, right, reason: "change", further: [], kind: "level", score: 1 };
}

const GAINED =
  /(?:添|增加|增|提高|提升|上升|扩大|扩充|多|扩|涨|升|延长|减少|减|缩短|缩|压缩|降低|下降|降)(?:了|出)(?:多少|几)|(?:省|节省|节约)(?:了|下|出|掉)?(?:多少|几)|(?:增加|增|新增|扩充|扩大|减少|压减)(?:多少|几)|\b(?:added|gained|increase[sd]? by how|grow by how)\b/;
