import type { Span } from "../figure.ts";
import type { Quantity } from "./quantity.ts";
import { REFORM_VERB, TRANSITION } from "./tables/change-words.ts";
import {
  ABOVE,
  DOUBLING,
  OBJECT_CHANGE,
  PLAIN_CHANGE,
  RATIO,
  RATIO_NEXT,
  SCOPE,
  SHARE,
  VERSUS,
} from "./tables/lead-patterns.ts";
import { CONNECTIVE, LINK } from "./tables/metric-words.ts";
import { isOtherVerb, signOf } from "./verbs.ts";

/** Stands for the characters of a time in the text that leads are read from. */
export const BLANK = "\u0000";

/** How the words before a number lead to it. */
export interface Lead {
  /** What remains when times, links and connectives are taken off: what is measured, if the clause says it. */
  readonly subject: Span | null;
  readonly change: { readonly sign: 1 | -1; readonly reform: boolean; readonly base: Span | null } | null;
  /** 增至, 缩短到, 达到: a level that follows another. */
  readonly transition: boolean;
  /** 占全市外贸的: what it is a share of. */
  readonly share: { readonly whole: Span | null } | null;
  /** 相当于…的N倍: what it is a multiple of. */
  readonly ratioBase: Span | null;
  /** 居全国: among whom it ranks. */
  readonly scope: Span | null;
  /** 分别 with what stands behind it. */
  readonly respectively: { readonly at: number | null } | null;
  /** 由, 从: the old side of a pair. */
  readonly origin: boolean;
  readonly words: string;
}

/**
 * Reads the words `[start, end)` before a quantity. `blank` is the paragraph with its times blanked out; `after` says
 * that another quantity stands right before.
 */
export function readLead(
  blank: string,
  start: number,
  end: number,
  quantity: Quantity,
  after: boolean,
): Lead {
  const reading = new LeadReading(blank, start, end, quantity, after);
  return reading.read();
}

/** The patterns look back no further: base, share and verb together stay below it. */
const REACH = 64;
const LONGEST_LINK = 8;

/** 铁海联运增长最快,达35.2%: the clause before tells that it is a growth. */
const EXTREME =
  /(?<verb>增长|增速|增幅|涨幅|升幅|上升|上涨|降幅|下降|跌幅|下跌|减少)(?:得|幅度)?最(?:快|大|高|猛|多|明显|突出|小|慢|低|少)[,，]$/;
const BARE_LINK = /^[\u0000\s]*(?:达到?了?|约?为|是|约|超过?|近|高达|仅)*$/;

class LeadReading {
  readonly #blank: string;
  #start: number;
  #end: number;
  readonly #quantity: Quantity;
  readonly #after: boolean;

  constructor(blank: string, start: number, end: number, quantity: Quantity, after: boolean) {
    this.#blank = blank;
    this.#start = start;
    this.#end = end;
    this.#quantity = quantity;
    this.#after = after;
  }

  read(): Lead {
    const words = this.#text();
    const { kind } = this.#quantity;
    this.#trim();
    const origin =
      /(?:由|从|自)(?:过去的?|原来的?|此前的?|以前的?|原先的?|之前的?|平均|最初的?|当初的?|起初的?|初期的?|改革前的?|年初的?|全球|全国|世界|每[列辆票批单件台架艘箱车]|\u0000|的)*$/.test(
        this.#text(),
      );
    if (/[到至](?:\u0000|的)*(?:全国|全球|全省|全市)$/.test(this.#text()))
      this.#cut(/(?:全国|全球|全省|全市)$/);
    // 缩短到现在的, 增至今年前10个月的: the time stands between the verb and the number.
    const early = this.#text().replace(/(?:过去|原来|原有|现在|现有|最快|最短|\u0000)*的?$/, "");
    if (TRANSITION.test(early)) this.#end = this.#start + early.length;
    const transition = this.#cut(TRANSITION) !== null;
    if (origin) this.#cut(/(?:由|从|自)[^由从自]*$/);
    let change: Lead["change"] = null;
    let part: Lead["share"] = null;
    let ratioBase: Span | null = null;
    let rankScope: Span | null = null;
    if (!transition) {
      if (kind === "rank") rankScope = this.#group(this.#cut(SCOPE), "scope");
      else {
        ratioBase = kind === "multiple" || kind === "percent" ? this.#readRatio(kind) : null;
        if (ratioBase === null) change = this.#readChange();
        if (change === null && (kind === "percent" || kind === "fraction")) part = this.#readShare();
      }
    }
    const found = this.#text().lastIndexOf("分别");
    const at = found < 0 ? null : this.#start + found;
    this.#peelLinks();
    this.#peelConnectives();
    const subject: Span | null = this.#end > this.#start ? [this.#start, this.#end] : null;
    return {
      subject,
      change,
      transition,
      share: part,
      ratioBase,
      scope: rankScope,
      respectively: /分别/.test(words) ? { at } : null,
      origin,
      words,
    };
  }

  #text(): string {
    return this.#blank.slice(this.#start, this.#end);
  }

  /** Takes the match of `pattern` off the end. */
  #cut(pattern: RegExp, reach = REACH): { match: RegExpExecArray; at: number } | null {
    const from = Math.max(this.#start, this.#end - reach);
    const match = pattern.exec(this.#blank.slice(from, this.#end));
    if (match === null || match[0] === "") return null;
    const at = from + match.index;
    this.#end = at;
    return { match, at };
  }

  /** Like {@link #group}, with the times inside. */
  #inside(cut: { match: RegExpExecArray; at: number } | null, name: string): Span | null {
    const text = cut?.match.groups?.[name];
    if (cut === null || text === undefined || text === "") return null;
    const inner = cut.match[0].lastIndexOf(text);
    return [cut.at + inner, cut.at + inner + text.length];
  }

  #group(cut: { match: RegExpExecArray; at: number } | null, name: string): Span | null {
    const text = cut?.match.groups?.[name];
    if (cut === null || text === undefined) return null;
    const inner = cut.match[0].lastIndexOf(text);
    return this.#bare([cut.at + inner, cut.at + inner + text.length]);
  }

  /** A span without blanks and links at its ends; null where nothing remains. */
  #bare(span: Span): Span | null {
    let [start, end] = span;
    while (start < end && /[\u0000\s的]/.test(this.#blank.charAt(start))) start++;
    while (end > start && /[\u0000\s的]/.test(this.#blank.charAt(end - 1))) end--;
    return end > start ? [start, end] : null;
  }

  #readRatio(kind: string): Span | null {
    const text = this.#text();
    const next = this.#after ? RATIO_NEXT.exec(text) : null;
    if (next === null && !RATIO.test(text)) return null;
    if (kind === "percent" && !/相当于|恢复/.test(text)) return null;
    const cut = this.#cut(next === null ? RATIO : RATIO_NEXT);
    return this.#inside(cut, "base") ?? (cut === null ? null : [cut.at, cut.at + 1]);
  }

  #readChange(): Lead["change"] {
    const text = this.#blank.slice(Math.max(this.#start, this.#end - REACH), this.#end);
    const { kind } = this.#quantity;
    if (DOUBLING.test(text) && this.#quantity.unit === "番") {
      this.#cut(DOUBLING);
      const base = this.#cut(/(?:比|较)(?<base>[^,，;]{0,16})$/);
      return { sign: 1, reform: false, base: this.#baseSpan(base) };
    }
    if (
      this.#quantity.unit === "%" &&
      this.#quantity.value === 0 &&
      !/\d/.test(this.#blank.slice(...this.#quantity.num))
    ) {
      // 总量与2022年持平: the base stands behind the preposition alone.
      const base = this.#cut(
        /(?:同比|环比|(?:与|比|较|同|跟)(?<base>[^,，;与比较跟]{0,16}?))(?:基本|大体|总体)*$/,
      );
      return { sign: 1, reform: false, base: this.#baseSpan(base) };
    }
    const cut = VERSUS.test(text) ? this.#cut(VERSUS) : null;
    if (cut !== null) return this.#changeOf(cut);
    if (ABOVE.test(text) && kind !== "count") return this.#changeOf(this.#cut(ABOVE));
    const wordy = PLAIN_CHANGE.exec(text);
    if (wordy !== null && !isOtherVerb(wordy, text, this.#quantity))
      return this.#changeOf(this.#cut(PLAIN_CHANGE));
    const extreme = EXTREME.exec(this.#blank.slice(Math.max(0, this.#start - REACH), this.#start));
    if (extreme !== null && kind !== "count" && BARE_LINK.test(text))
      return { sign: signOf(extreme.groups?.["verb"] ?? ""), reform: false, base: null };
    const transitive = kind === "percent" || kind === "fraction" || kind === "points" || kind === "duration";
    if (!transitive || !OBJECT_CHANGE.test(text)) return null;
    const object = this.#cut(OBJECT_CHANGE);
    if (object === null) return null;
    const verb = object.match.groups?.["verb"] ?? "";
    const length = object.match.groups?.["object"]?.length ?? 0;
    this.#end = object.at + object.match[0].length;
    this.#start = this.#end - length;
    return { sign: signOf(verb), reform: true, base: null };
  }

  #changeOf(cut: { match: RegExpExecArray; at: number } | null): Lead["change"] {
    const verb = cut?.match.groups?.["verb"] ?? "";
    return { sign: signOf(verb), reform: REFORM_VERB.test(verb), base: this.#baseSpan(cut) };
  }

  #baseSpan(cut: { match: RegExpExecArray; at: number } | null): Span | null {
    const text = cut?.match.groups?.["base"];
    if (cut === null || text === undefined || text === "") return null;
    const inner = cut.match[0].indexOf(text);
    return [cut.at + inner, cut.at + inner + text.length];
  }

  #readShare(): Lead["share"] {
    if (!/占/.test(this.#text())) return null;
    const cut = this.#cut(SHARE);
    if (cut === null) return null;
    // 班列占比由41%提高到57%: 占比 itself is what is measured.
    if (/^占比(?![重例])/.test(cut.match[0]) && cut.at > this.#start) this.#end = cut.at + 2;
    // 占比 and 占…比重 stay in the metric by their whole; 占 alone has none.
    const whole = this.#group(cut, "whole");
    // 在四川外贸总值中占68%: the whole stands before 占.
    return {
      whole: whole ?? this.#group(this.#cut(/在(?<whole>[^,，;在]{2,20}?)(?:中|里)?(?:所|约)?$/), "whole"),
    };
  }

  #trim(): void {
    this.#cut(/[\u0000\s]+$/);
  }

  #peelLinks(): void {
    for (let cut = this.#cut(LINK, LONGEST_LINK); cut !== null; cut = this.#cut(LINK, LONGEST_LINK))
      if (this.#end <= this.#start) return;
  }

  #peelConnectives(): void {
    if (this.#after) this.#peel(/^[和与及]/);
    while (this.#peel(CONNECTIVE)) if (this.#end <= this.#start) return;
  }

  #peel(pattern: RegExp): boolean {
    const length = pattern.exec(this.#text())?.[0].length ?? 0;
    this.#start += length;
    return length > 0;
  }
}
