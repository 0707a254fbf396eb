import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../root.ts";

export type ConceptKind = "term" | "act" | "change" | "place" | "body" | "light";

/** A word of a concept; `weak` words stand for it with less certainty (colloquial, broader or narrower). */
export interface ConceptWord {
  readonly text: string;
  readonly weak: boolean;
}

/** One line of the glossary: words that may stand for one another. */
export interface Concept {
  readonly kind: ConceptKind;
  readonly zh: readonly ConceptWord[];
  readonly en: readonly ConceptWord[];
}

export interface Glossary {
  readonly concepts: readonly Concept[];
  /** Sets of words that must never stand for each other: 进口 | 出口 | 进出口. */
  readonly parts: readonly (readonly string[])[];
}

const KINDS = new Set<string>(["term", "act", "change", "place", "body", "light"]);

/** Thrown when the glossary file cannot be used; names each bad line. */
export class GlossaryError extends Error {
  override readonly name = "GlossaryError";
}

/** The glossary of the library in a folder: its own `glossary.tsv` where it has one, else the shipped one. */
export function glossaryFileOf(dir: string): string {
  const own = join(dir, "glossary.tsv");
  return existsSync(own) ? own : inProject("knowledge", "glossary.tsv");
}

/** Parses `kind TAB zh|zh~ TAB en|en~` lines; `#` starts a comment. @throws GlossaryError naming every bad line. */
export function parseGlossary(text: string): Glossary {
  const concepts: Concept[] = [];
  const parts: string[][] = [];
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const [kind = "", zh = "", en = "", ...rest] = line.split("\t");
    if (rest.length > 0 || (zh === "" && en === ""))
      problems.push(`line ${i + 1}: expected kind, zh and en parted by tabs`);
    else if (kind === "part")
      parts.push(...[words(zh), words(en)].map((ws) => ws.map((w) => w.text)).filter((ws) => ws.length > 1));
    else if (KINDS.has(kind)) concepts.push({ kind: kind as ConceptKind, zh: words(zh), en: words(en) });
    else
      problems.push(`line ${i + 1}: kind: expected one of ${[...KINDS, "part"].join(", ")}, found "${kind}"`);
  });
  if (problems.length > 0) throw new GlossaryError(`The glossary has mistakes:\n  ${problems.join("\n  ")}`);
  return { concepts, parts };
}

/** Reads a glossary file. @throws GlossaryError */
export const loadGlossary = (file: string): Glossary => parseGlossary(readFileSync(file, "utf8"));

function words(column: string): ConceptWord[] {
  return column
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word !== "" && word !== "~")
    .map((word) =>
      word.endsWith("~") ? { text: word.slice(0, -1), weak: true } : { text: word, weak: false },
    );
}
