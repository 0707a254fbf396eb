import { readFileSync } from "node:fs";
import { simplecc } from "simplecc-wasm";
import { describe, expect, it } from "vitest";

const kinds = ["term", "act", "change", "place", "body", "light", "part"];
const columns = ["Chinese", "English"] as const;

interface Row {
  readonly at: string;
  readonly kind: string;
  readonly words: readonly [zh: readonly string[], en: readonly string[]];
}

const text = readFileSync(new URL("../../knowledge/glossary.tsv", import.meta.url), "utf8");
const lines = text
  .split("\n")
  .map((line, index) => ({ line, at: `line ${index + 1}` }))
  .filter(({ line }) => line !== "" && !line.startsWith("#"));
const rows: readonly Row[] = lines.map(({ line, at }) => {
  const [kind = "", zh = "", en = ""] = line.split("\t");
  return { at, kind, words: [zh.split("|"), en.split("|")] };
});

const isWeak = (word: string): boolean => word.endsWith("~");
const isStrong = (word: string): boolean => !isWeak(word);
const same = (word: string): string => word.replace(/~$/, "").toLowerCase();

/** What is wrong, as "line 12: word", so that a failing test names the place to mend. */
const wrongWords = (isWrong: (word: string, column: number, row: Row) => boolean): string[] =>
  rows.flatMap((row) =>
    row.words.flatMap((words, column) =>
      words.filter((word) => isWrong(word, column, row)).map((word) => `${row.at}: ${word}`),
    ),
  );

describe("the shape of the glossary", () => {
  it("has three columns and a known kind on every line", () => {
    const wrong = lines.filter(({ line }) => {
      const cells = line.split("\t");
      return cells.length !== 3 || !kinds.includes(cells[0] ?? "");
    });
    expect(wrong).toEqual([]);
  });

  it("holds no empty, padded or doubly marked word", () => {
    expect(wrongWords((word) => word.trim() !== word || !/^[^~]+~?$/u.test(word))).toEqual([]);
  });

  it("opens every column with a word that is not weak", () => {
    const wrong = rows.filter(({ words }) => words.some(([first]) => first === undefined || isWeak(first)));
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it("ends with a newline and uses no carriage return", () => {
    expect(text.endsWith("\n")).toBe(true);
    expect(text).not.toContain("\r");
  });

  it("covers every kind", () => {
    expect(kinds.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual([]);
  });
});

describe("the words of the glossary", () => {
  it.each(columns)("keeps the %s words of one line apart from one another", (name) => {
    const column = columns.indexOf(name);
    const repeats = rows.flatMap(({ at, words }) => {
      const seen = new Set<string>();
      return (words[column] ?? [])
        .filter((word) => seen.has(same(word)) || !seen.add(same(word)))
        .map((word) => `${at}: ${word}`);
    });
    expect(repeats).toEqual([]);
  });

  it.each(columns)("gives each strong %s word one line within its kind", (name) => {
    const column = columns.indexOf(name);
    const first = new Map<string, string>();
    const repeats: string[] = [];
    for (const { at, kind, words } of rows) {
      if (kind === "part") continue;
      for (const word of (words[column] ?? []).filter(isStrong)) {
        const key = `${kind} ${same(word)}`;
        const before = first.get(key);
        if (before !== undefined) repeats.push(`${at}: ${word} (also ${before})`);
        else first.set(key, at);
      }
    }
    expect(repeats).toEqual([]);
  });

  it("writes Chinese in Simplified characters only", () => {
    expect(wrongWords((word, column) => column === 0 && simplecc(word, "t2s") !== word)).toEqual([]);
  });

  it("keeps full-width forms and Chinese out of the English column", () => {
    expect(wrongWords((word, column) => column === 1 && /[\p{Script=Han}\uff00-\uffef]/u.test(word))).toEqual(
      [],
    );
  });
});

describe("words without content", () => {
  it.each(columns)("are no strong %s word of a term, act, place or organisation", (name) => {
    const column = columns.indexOf(name);
    const light = new Set(
      rows.filter(({ kind }) => kind === "light").flatMap(({ words }) => (words[column] ?? []).map(same)),
    );
    const both = rows
      .filter(({ kind }) => ["term", "act", "place", "body"].includes(kind))
      .flatMap(({ at, words }) =>
        (words[column] ?? [])
          .filter((word) => isStrong(word) && light.has(same(word)))
          .map((word) => `${at}: ${word}`),
      );
    expect(both).toEqual([]);
  });
});

describe("opposites and siblings", () => {
  const groups = rows.filter(({ kind }) => kind === "term" || kind === "act");
  const parts = rows.filter(({ kind }) => kind === "part");

  it.each(columns)("never stand as strong %s words of one term or act", (name) => {
    const column = columns.indexOf(name);
    const mixed = parts.flatMap((part) => {
      const members = new Set((part.words[column] ?? []).map(same));
      return groups
        .map(({ at, words }) => ({
          at,
          both: (words[column] ?? []).filter((word) => isStrong(word) && members.has(same(word))),
        }))
        .filter(({ both }) => both.length > 1)
        .map(({ at, both }) => `${part.at} and ${at}: ${both.join(" + ")}`);
    });
    expect(mixed).toEqual([]);
  });

  it.each(columns)("are %s words that other lines know", (name) => {
    const column = columns.indexOf(name);
    const known = new Set(
      rows.filter(({ kind }) => kind !== "part").flatMap(({ words }) => (words[column] ?? []).map(same)),
    );
    const strange = parts.flatMap(({ at, words }) =>
      (words[column] ?? []).filter((word) => !known.has(same(word))).map((word) => `${at}: ${word}`),
    );
    expect(strange).toEqual([]);
  });

  it("name at least two members in each language", () => {
    expect(parts.filter(({ words }) => words.some((members) => members.length < 2))).toEqual([]);
  });
});
