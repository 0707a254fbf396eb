import type { Direction } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { Ask } from "../question/asks.ts";
import type { readPer } from "../question/cues.ts";
import type { AskedPeriod } from "../question/periods.ts";
import type { Aspect, Term } from "../question/question.ts";

/** One figure that is looked for: an ask of a question, or an operand of a comparison. */
export interface Wanted {
  readonly terms: readonly Term[];
  /** Terms that belong to the whole question: they help, and their absence does not hurt. */
  readonly shared: readonly Term[];
  readonly ask: Ask | undefined;
  /** Figures that the turn before stated. */
  readonly recalled: readonly FigureEntry[];
  /** The words of what is counted: 上下游厂子 in 多少家上下游厂子. */
  readonly counted: readonly Term[];
  readonly aspect: Aspect;
  /** A growth or gap may answer: the question has a word of growth or comparison. */
  readonly allowsChange: boolean;
  /** Undefined: the newest. */
  readonly period: AskedPeriod | undefined;
  /** Something is set against something else: a gap may answer. */
  readonly compares: boolean;
  /** What a wanted change is measured against. */
  readonly base: AskedPeriod | undefined;
  readonly changeBase: "yoy" | "mom" | null;
  readonly direction: Direction | null;
  readonly national: boolean;
  /** The world was named as well. */
  readonly world: boolean;
  /** The span of time that a rate was asked by. */
  readonly per: ReturnType<typeof readPer>;
  /** The present state was asked for, not what was added. */
  readonly stock: boolean;
  /** What was added was asked for, not the whole. */
  readonly added: boolean;
  /** What is planned or forecast was asked for. */
  readonly plan: boolean;
  /** Match forms of words that are not meant. */
  readonly excluded: readonly string[];
  /** The question asks for one value only. */
  readonly alone: boolean;
  /** Days and seasons that the question names: 春节, 国庆. */
  readonly moments: readonly string[];
  /** Words for the highest or lowest value: 最高, "largest". */
  readonly peaks: readonly string[];
  /** Which way a wanted change goes: 1 up, −1 down, 0 either. */
  readonly sign: -1 | 0 | 1;
}
