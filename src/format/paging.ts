import type { UiLang } from "../answer/types.ts";
import type { Button } from "./buttons.ts";
import { phrase } from "./phrases.ts";

/** The row that turns the pages of a list; `letter` is the list's in the buttons' data, pages count from 0. */
export function turning(
  letter: "s" | "k" | "n",
  page: number,
  pages: number,
  lang: UiLang,
): readonly (readonly Button[])[] {
  const back = { text: phrase(lang, "button-previous-page"), callback_data: `${letter}${page - 1}` };
  const more = { text: phrase(lang, "button-next-page"), callback_data: `${letter}${page + 1}` };
  const row = [...(page > 0 ? [back] : []), ...(page < pages - 1 ? [more] : [])];
  return row.length === 0 ? [] : [row];
}

/** Items in order, as many to a page as `room` holds; one that is larger than that has a page of its own. */
export function splitPages<T>(
  items: readonly T[],
  room: number,
  sizeOf: (item: T) => number,
): readonly T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const page = pages.at(-1);
    if (page === undefined || size > left) {
      pages.push([item]);
      left = room - size;
    } else {
      page.push(item);
      left -= size;
    }
  }
  return pages;
}

/** The page that is meant: one before the first or after the last gives that one. */
export const within = (page: number, pages: number): number => Math.max(0, Math.min(page, pages - 1));
