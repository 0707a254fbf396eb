import fc from "fast-check";
import { expect, it } from "vitest";
import { hashText, packText, unpackText } from "../../src/format/packed-text.ts";

const questions = fc.string({
  unit: fc.constantFrom("关", "税", "０", "？", "a", " ", "2", "—", "😀", "\n", "é"),
  maxLength: 40,
});

it("gives back what it packed, in characters that a start parameter allows", () => {
  fc.assert(
    fc.property(questions, (text) => {
      const packed = packText(text, 64);
      if (packed === undefined) return;
      expect(packed).toMatch(/^[\w-]{1,64}$/);
      expect(unpackText(packed)).toBe(text);
    }),
  );
});

it.each([
  ["2024年我国货物贸易进出口总值比2020年增加多少", true],
  ["What was China's trade in goods in 2024?", true],
  ["x".repeat(60), false],
])("%s fits 64 characters: %s", (text, fits) => expect(packText(text, 64) !== undefined).toBe(fits));

it.each(["", "a", "b", "zzz", "b!!", "q1234", "h0123456789abcde"])("reads nothing from %j", (packed) => {
  expect(unpackText(packed)).toBeUndefined();
});

it("names a text by the same short hash each time", () => {
  expect(hashText("关税")).toBe(hashText("关税"));
  expect(hashText("关税")).toMatch(/^h[\w-]{15}$/);
});
