import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { fixEntities } from "../../../../src/playground/bot-api/text/fix-entities.ts";

const entity = (type: string, offset: number, length: number): MessageEntity =>
  (type === "text_link"
    ? { type, offset, length, url: "https://a.b/" }
    : { type, offset, length }) as MessageEntity;

const brief = (entities: readonly MessageEntity[]): string[] =>
  entities.map(({ type, offset, length }) => `${type} ${offset}-${offset + length}`);

describe("fixEntities", () => {
  it.each([
    [
      "keeps bold around a link in one piece",
      [entity("bold", 0, 9), entity("text_link", 3, 3)],
      ["bold 0-9", "text_link 3-6"],
    ],
    ["drops bold inside code", [entity("code", 0, 5), entity("bold", 1, 2)], ["code 0-5"]],
    [
      "cuts bold around code",
      [entity("bold", 0, 9), entity("code", 3, 3)],
      ["bold 0-3", "code 3-6", "bold 6-9"],
    ],
    [
      "drops a quotation inside a quotation",
      [entity("blockquote", 0, 9), entity("expandable_blockquote", 2, 3)],
      ["blockquote 0-9"],
    ],
    [
      "drops a quotation that crosses another",
      [entity("blockquote", 0, 5), entity("blockquote", 3, 5)],
      ["blockquote 0-5"],
    ],
    [
      "keeps a link inside a quotation",
      [entity("expandable_blockquote", 0, 9), entity("text_link", 2, 3)],
      ["expandable_blockquote 0-9", "text_link 2-5"],
    ],
    [
      "drops a link that leaves a quotation",
      [entity("blockquote", 0, 5), entity("text_link", 3, 5)],
      ["blockquote 0-5"],
    ],
    ["drops a link inside a link", [entity("text_link", 0, 9), entity("text_link", 2, 3)], ["text_link 0-9"]],
    ["joins bold that touches", [entity("bold", 0, 3), entity("bold", 3, 3)], ["bold 0-6"]],
    ["joins bold that overlaps", [entity("bold", 0, 4), entity("bold", 2, 4)], ["bold 0-6"]],
    [
      "takes code over a link of the same span",
      [entity("text_link", 0, 4), entity("code", 0, 4)],
      ["code 0-4"],
    ],
    ["drops empty ones", [entity("bold", 2, 0)], []],
    ["sorts", [entity("italic", 5, 2), entity("bold", 1, 2)], ["bold 1-3", "italic 5-7"]],
  ])("%s", (_, given, expected) => {
    expect(brief(fixEntities(given))).toEqual(expected);
  });

  const types = [
    "bold",
    "italic",
    "spoiler",
    "code",
    "pre",
    "text_link",
    "blockquote",
    "expandable_blockquote",
  ];
  const anyEntities = fc.array(
    fc
      .record({ type: fc.constantFrom(...types), offset: fc.nat(20), length: fc.nat(10) })
      .map((given) => entity(given.type, given.offset, given.length)),
    { maxLength: 8 },
  );

  it("leaves no two that cross, and nothing in code", () => {
    fc.assert(
      fc.property(anyEntities, (given) => {
        const fixed = fixEntities(given);
        for (const [index, a] of fixed.entries()) {
          for (const b of fixed.slice(index + 1)) {
            const apart = b.offset >= a.offset + a.length;
            const inside = b.offset + b.length <= a.offset + a.length;
            const splits =
              ["bold", "italic", "spoiler"].includes(a.type) &&
              ["bold", "italic", "spoiler"].includes(b.type);
            expect(apart || inside || splits).toBe(true);
            if (!apart && (a.type === "code" || a.type === "pre")) expect.fail(`${b.type} in ${a.type}`);
          }
        }
      }),
    );
  });

  it("finds nothing to do the second time", () => {
    fc.assert(
      fc.property(anyEntities, (given) => {
        expect(fixEntities(fixEntities(given))).toEqual(fixEntities(given));
      }),
    );
  });
});
