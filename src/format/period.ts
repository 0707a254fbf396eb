import type { Period, UiLang } from "../answer/types.ts";

const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "June",
  "July",
  "Aug",
  "Sept",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** A partial date for reading: 2021年2月, Feb 2021. */
function showDate(date: string, lang: UiLang): string {
  const [year = "", month, day] = date.split("-");
  if (lang === "en") {
    const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
    return [day === undefined ? "" : String(Number(day)), name ?? "", year].filter((p) => p !== "").join(" ");
  }
  return `${year}年${month === undefined ? "" : `${Number(month)}月`}${day === undefined ? "" : `${Number(day)}日`}`;
}

/** A period for reading: its dates where they are known, else its own words; empty where neither is. */
export function showPeriod(period: Period, lang: UiLang): string {
  const { from, to } = period;
  if (from === null && to === null) return period.text ?? "";
  if (from === null || to === null || from === to) return openOrSingle(from, to, lang);
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) return lang === "en" ? `${from}–${to}` : `${from}—${to}年`;
  return lang === "en"
    ? `${showDate(from, lang)} – ${showDate(to, lang)}`
    : `${showDate(from, lang)}—${showDate(to, lang)}`;
}

function openOrSingle(from: string | null, to: string | null, lang: UiLang): string {
  if (from !== null && to !== null) return showDate(from, lang);
  if (from !== null) return lang === "en" ? `since ${showDate(from, lang)}` : `${showDate(from, lang)}以来`;
  return lang === "en" ? `up to ${showDate(to ?? "", lang)}` : `截至${showDate(to ?? "", lang)}`;
}
