import { expect, it } from "vitest";
import { findEntities } from "../../../../src/playground/bot-api/text/find-entities.ts";
import { readMessageText } from "../../../../src/playground/bot-api/text/formatted-text.ts";
import { readHtml } from "../../../../src/playground/bot-api/text/html-reader.ts";
import { checkLink } from "../../../../src/playground/bot-api/text/link.ts";

/** Milliseconds that any of these may take on a slow machine; quadratic patterns take seconds. */
const PATIENCE = 250;

it.each<[string, () => unknown]>([
  [
    "blanks inside a text",
    () => readMessageText({ text: `<b>${" ".repeat(32_000)}x</b>`.slice(0, 4096) }, () => undefined),
  ],
  [
    "32,000 blanks before the end",
    () => readMessageText({ text: `x${" ".repeat(32_000)}` }, () => undefined),
  ],
  ["full stops behind an address", () => findEntities(`https://a/${"。".repeat(30_000)}x`)],
  ["dashes before an at sign", () => findEntities(`${"a-".repeat(4000)}@`)],
  ["a name of many parts", () => findEntities(`a@${"a.".repeat(8000)}1`)],
  ["commands in a row", () => findEntities("/a".repeat(8000))],
  ["numbers of a hashtag", () => findEntities(`#${"1".repeat(8000)}`)],
  ["tags in tags", () => readHtml("<b>".repeat(8000) + "</b>".repeat(8000))],
  ["a host of many parts", () => checkLink(`http://${"a.".repeat(16_000)}/ `)],
])("reads %s in linear time", (_, read) => {
  const started = performance.now();
  read();
  expect(performance.now() - started).toBeLessThan(PATIENCE);
});
