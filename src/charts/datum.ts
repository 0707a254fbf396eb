import { restate } from "../answer/figure-text.ts";
import type { AnsweredFigure, UiLang } from "../answer/types.ts";
import type { Figure } from "../figures/figure.ts";
import { inScript } from "../text/script.ts";
import { isShare } from "./likeness.ts";
import type { Certainty, Datum } from "./spec.ts";
import { QUALIFIERS } from "./words.ts";

const SIGNS: Readonly<Record<Exclude<Certainty, "exact" | "range">, string>> = {
  about: "≈",
  over: ">",
  under: "<",
};

/** How surely a figure's value is known. */
export function certaintyOf(figure: Figure): Certainty {
  if (typeof figure.value !== "number") return "range";
  if (figure.bound !== null) return figure.bound.startsWith(">") ? "over" : "under";
  return figure.approx === "none" ? "exact" : figure.approx;
}

/** The ends of a figure's value in the unit of the picture: shares from 0 to 1, falls below zero where `signed`. */
export function drawnValue(figure: Figure, signed: boolean): readonly [low: number, high: number] {
  const ends = typeof figure.value === "number" ? ([figure.value, figure.value] as const) : figure.value;
  if (isShare(figure) && figure.kind === "percent") return [ends[0] / 100, ends[1] / 100];
  const change = figure.change?.value ?? 0;
  const falls = signed && (typeof change === "number" ? change : change[0]) < 0;
  return falls ? [-Math.abs(ends[1]), -Math.abs(ends[0])] : [ends[0], ends[1]];
}

/** A figure as printed, in the asker's language where it has a plain form there, with a sign where nothing says that it is inexact. */
export function shownValue(display: string, figure: Figure, foreign: boolean, lang: UiLang): string {
  const own = foreign ? (restate(figure) ?? display) : display;
  const text = inScript(own, lang);
  const certainty = certaintyOf(figure);
  if (certainty === "exact" || certainty === "range" || QUALIFIERS.test(text)) return text;
  return `${SIGNS[certainty]} ${text}`;
}

/** What a picture shows of an answered figure. */
export function datumOf(answered: AnsweredFigure, label: string, lang: UiLang, signed = false): Datum {
  const { figure } = answered;
  const [value, high] = drawnValue(figure, signed);
  const foreign = lang === "en" && answered.lang === "zh";
  const minus = signed && high < 0 && !/[-−]/.test(answered.display) ? "−" : "";
  return {
    label: inScript(label, lang),
    value,
    high,
    shown: minus + shownValue(answered.display, figure, foreign, lang),
    certainty: certaintyOf(figure),
  };
}
