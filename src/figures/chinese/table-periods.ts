import type { Period } from "../figure.ts";
import type { TimeSpan } from "./periods.ts";
import type { Frame, Head } from "./table-heads.ts";
import { isChangeName } from "./table-units.ts";

/** The cell's time: of its row, its column, the columns before it, the caption, at last the article. */
export function periodIn(
  frame: Frame,
  { row, column }: { readonly row: Head; readonly column: Head },
  name: string,
): Period {
  const stated = crossed(row, column);
  if (stated !== null) return { text: stated.text, from: stated.from, to: stated.to, implicit: false };
  const time =
    row.total || isChangeName(name) ? (latest(frame) ?? frame.captionTime) : beforeIt(frame, column);
  if (time !== null) return { text: time.text, from: time.from, to: time.to, implicit: true };
  const { covers, published } = frame.table.context;
  return {
    text: null,
    from: covers?.from ?? null,
    to: covers?.to ?? published?.slice(0, 4) ?? null,
    implicit: true,
  };
}

/** The month of the one head within the year of the other: 4月 under 2023年. */
function crossed(row: Head, column: Head): TimeSpan | null {
  const [a, b] = [row.time, column.time];
  if (a === null || b === null) return a ?? b;
  const [year, part] = isYear(a) ? [a, b] : [b, a];
  if (!isYear(year) || isYear(part) || /\d{4}/.test(part.text)) return a;
  const moved = (date: string | null): string | null => (date === null ? null : `${year.to}${date.slice(4)}`);
  return { ...part, text: part.text, from: moved(part.from), to: moved(part.to) };
}

const isYear = (time: TimeSpan): boolean => time.from?.length === 4 && time.from === time.to;

/** The newest time that a column states. */
const latest = ({ columns }: Frame): TimeSpan | null =>
  columns
    .map((c) => c.time)
    .filter((t) => t !== null)
    .sort((a, b) => (a.to ?? "").localeCompare(b.to ?? ""))
    .at(-1) ?? null;

/** 其中:出口 behind 2024年进出口 is of that year. */
function beforeIt(frame: Frame, column: Head): TimeSpan | null {
  const at = frame.columns.indexOf(column);
  const nearest = frame.columns.slice(0, at).findLast((c) => c.time !== null)?.time ?? null;
  return (/^其中/.test(column.cell.text) ? nearest : null) ?? latest(frame) ?? frame.captionTime;
}
