import { splitSentences } from "../../text/sentences.ts";
import type { Block } from "../blocks.ts";
import type { Figure, FigureContext } from "../figure.ts";
import { comparable } from "./comparable.ts";
import { type Entity, findEntities, type Gazetteer, readGazetteer } from "./entities.ts";
import { finishFigures } from "./finish.ts";
import { maskTraps } from "./masks.ts";
import { ownerOfHeading } from "./owners.ts";
import { readPeriods, type TimeMemory, type TimeSpan } from "./periods.ts";
import { type Quantity, readQuantities } from "./quantities.ts";
import { readTable } from "./table-reader.ts";
import { isUnitNote } from "./table-units.ts";

/** What stood above a block: a heading's times and place. */
export interface Heading {
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly times: readonly TimeSpan[];
  readonly owner: string | null;
}

/** A block with all that is known before its figures are finished. Offsets count from the block's start. */
export interface Paragraph {
  /** As printed, and in comparable form. */
  readonly original: string;
  readonly text: string;
  readonly times: readonly TimeSpan[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly quantities: readonly Quantity[];
  readonly headings: readonly Heading[];
  readonly context: FigureContext;
  readonly gazetteer: Gazetteer;
  readonly entities: readonly Entity[];
  /** The names of places met so far: what 全市 and 该关 mean. */
  readonly seen: readonly string[];
}

const NO_CAPTION = { text: "", start: 0, end: 0 };

/** Reads the Chinese blocks of one text in order; what a block says of time and owner is remembered for the next. */
export class ChineseReader {
  readonly #text: string;
  readonly #plain: string;
  readonly #context: FigureContext;
  readonly #memory: TimeMemory = { year: null, any: null };
  readonly #headings: Heading[] = [];
  readonly #gazetteer: Gazetteer;
  readonly #seen: string[] = [];
  /** The block before: the caption of a table. */
  #above = NO_CAPTION;
  /** The line before that states a table's unit alone. */
  #unitNote = "";

  constructor(text: string, plain: string, context: FigureContext) {
    this.#text = text;
    this.#plain = plain;
    this.#context = context;
    this.#gazetteer = readGazetteer(`${comparable(context.title ?? "")}\n${plain}`);
    if (context.title !== undefined) this.#addHeading(0, 0, 0, comparable(context.title), this.#memory);
  }

  read(block: Block): Figure[] {
    const text = this.#plain.slice(block.start, block.end);
    if (block.kind !== "table" && isUnitNote(text)) {
      this.#unitNote = text;
      return [];
    }
    const unitNote = block.kind === "table" ? this.#unitNote : "";
    // A title may stand between the unit and its table; running text parts them.
    if (block.kind !== "heading") this.#unitNote = "";
    if (block.kind === "heading") {
      this.#readHeading(block, text);
      this.#above = { text, start: block.start, end: block.end };
      return [];
    }
    const headings = this.#headings.map((h) => ({
      ...h,
      start: h.start - block.start,
      end: h.end - block.start,
    }));
    const shared = { headings, context: this.#context, gazetteer: this.#gazetteer, seen: this.#seen };
    const above = this.#above;
    this.#above = block.kind === "table" ? NO_CAPTION : { text, start: block.start, end: block.end };
    if (block.kind === "table") {
      const marks = /^#+\s*/.exec(above.text)?.[0].length ?? 0;
      const caption = {
        original: this.#text.slice(above.start + marks, above.end),
        text: above.text.slice(marks),
        span: [above.start + marks - block.start, above.end - block.start] as const,
      };
      const table = {
        ...shared,
        original: this.#text.slice(block.start, block.end),
        text,
        caption,
        unitNote,
      };
      return readTable(table).map((f) => shifted(f, block.start));
    }
    const entities = findEntities(text, this.#gazetteer);
    this.#memory.year = this.#memory.told ?? null;
    this.#memory.any = this.#memory.lasting ?? null;
    const times = readPeriods(text, this.#context, this.#memory);
    const mask = maskTraps(
      text,
      times.filter((t) => t.masks),
    );
    const original = this.#text.slice(block.start, block.end);
    const sentences = splitSentences(original);
    const quantities = sentences.flatMap((s) => readQuantities(text, s.start, s.end, mask));
    const paragraph = { ...shared, original, text, times, sentences, quantities, entities };
    const figures = finishFigures(paragraph).map((f) => shifted(f, block.start));
    for (const e of entities) if (e.kind === "named") this.#seen.push(e.name);
    return figures;
  }

  #addHeading(level: number, start: number, end: number, text: string, memory: TimeMemory): void {
    const times = readPeriods(text, this.#context, memory);
    this.#headings.push({ level, start, end, text, times, owner: ownerOfHeading(text, this.#gazetteer) });
  }

  #readHeading(block: Block, text: string): void {
    while ((this.#headings.at(-1)?.level ?? 0) >= block.level) this.#headings.pop();
    this.#addHeading(block.level, block.start, block.end, text, { ...this.#memory });
  }
}

function shifted(figure: Figure, by: number): Figure {
  const move = ([start, end]: readonly [number, number]): readonly [number, number] => [start + by, end + by];
  return {
    ...figure,
    start: figure.start + by,
    end: figure.end + by,
    num: move(figure.num),
    display: move(figure.display),
    metricSpans: figure.metricSpans.map(move),
    clause: move(figure.clause),
    sentence: move(figure.sentence),
  };
}
