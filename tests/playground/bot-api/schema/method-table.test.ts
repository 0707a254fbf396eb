import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import {
  findMethod,
  METHODS,
  type MethodName,
} from "../../../../src/playground/bot-api/schema/method-table.ts";

/** The declarations that the compiler sees behind grammY's types. */
const require = createRequire(createRequire(import.meta.url).resolve("grammy"));
const declarations = readFileSync(
  require.resolve(["@grammyjs", "types"].join("/")).replace(/mod\.js$/, "methods.d.ts"),
  "utf8",
).replace(/\/\*\*[\s\S]*?\*\//g, "");

/** Names of a method's parameters, as `name` or `name?`. */
function declared(method: string): string[] {
  const found = new RegExp(`\\n {4}${method}\\((?:args\\??: \\{([\\s\\S]*?)\\n {4}\\})?\\)`).exec(
    declarations,
  );
  if (found === null) throw new Error(`${method} is not declared`);
  return [...(found[1] ?? "").matchAll(/^ {8}(\w+\??):/gm)].map((match) => match[1] as string).sort();
}

/** Required by the types, but checked by the handlers, which have their own words for it; or not kept here. */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  setWebhook: ["url"],
  editMessageText: ["rich_message"],
  editEphemeralMessageText: ["rich_message", "text"],
};

it.each(Object.keys(METHODS) as MethodName[])("%s has the parameters that the Bot API declares", (method) => {
  const rule = METHODS[method];
  const ours = [...Object.keys(rule.required), ...Object.keys(rule.optional).map((name) => `${name}?`)];
  const isAside = (name: string) => DIFFERENCES[method]?.includes(name.replace("?", "")) ?? false;
  expect(ours.filter((name) => !isAside(name)).sort()).toEqual(
    declared(method).filter((name) => !isAside(name)),
  );
});

it.each([
  ["sendmessage", "sendMessage"],
  ["GETME", "getMe"],
  ["sendMessage ", undefined],
  ["sendDice", undefined],
  ["constructor", undefined],
])("finds the method %j as %j", (name, method) => {
  expect(findMethod(name)).toBe(method);
});
