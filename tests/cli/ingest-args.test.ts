import { expect, it } from "vitest";
import { findMistake } from "../../src/cli/ingest-args.ts";

it.each([
  [{ _: [] }, /^usage: npm run ingest/],
  [{ _: ["a.txt"], published: "June" }, /^--published: expected a date/],
  [{ _: ["a.txt"], published: "2024-13" }, /^--published: expected a date/],
  [{ _: ["a.txt"], lang: "fr" }, /^--lang: expected zh or en/],
  [{ _: ["a.txt"], url: "a.example" }, /^--url: expected an address/],
  [{ _: ["a.txt", "b.txt"], id: "x" }, /^--id: is true of one source/],
  [{ _: ["a.txt", "b.txt"], title: "x" }, /^--title: is true of one source/],
  [{ _: ["a.txt"], title: "" }, /^--title: expected a value/],
  [{ _: ["a.txt"], nonsense: true }, /^--nonsense: there is no such option/],
])("%j is a mistake", (given, message) => {
  expect(findMistake(given)).toMatch(message);
});

it.each([
  { _: ["a.txt", "b.txt"], publisher: "P", published: "2024", lang: "zh", json: true },
  { _: ["https://a.example/1"], id: "x", title: "T", url: "https://a.example/1", dir: "d" },
])("%j is none", (given) => {
  expect(findMistake(given)).toBeUndefined();
});
