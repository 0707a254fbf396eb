import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "guanwen-run-"));
  copyFileSync("run.mjs", join(dir, "run.mjs"));
  mkdirSync(join(dir, "node_modules"));
  symlinkSync(join(process.cwd(), "node_modules", "esbuild"), join(dir, "node_modules", "esbuild"));
  write("part.ts", "export const word: string = 'first';");
  write("whole.ts", "import { word } from './part.ts';\nconsole.log(word, process.argv.slice(2).join());");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);

const run = (...args: readonly string[]): Promise<{ readonly out: string; readonly err: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ["run.mjs", ...args], { cwd: dir }, (_, out, err) => resolve({ out, err })),
  );

it("runs a TypeScript file with its arguments", async () => {
  expect(await run("whole.ts", "--a", "b")).toEqual({ out: "first --a,b\n", err: "" });
});

it("takes what a file says now", async () => {
  await run("--build", "whole.ts");
  write("part.ts", "export const word: string = 'second';");
  expect((await run("whole.ts")).out).toBe("second \n");
});

it("builds nothing anew where nothing changed", async () => {
  await run("--build", "whole.ts");
  const built = join(dir, "node_modules", ".cache", "guanwen", "whole.mjs");
  writeFileSync(built, readFileSync(built, "utf8").replace("first", "as built"));
  expect((await run("whole.ts")).out).toBe("as built \n");
});

it("names the file and the line of a mistake, in the TypeScript", async () => {
  write("part.ts", "export const word: = 'first';");
  expect((await run("whole.ts")).err).toMatch(/part\.ts:1/);
  write("part.ts", "type Word = string;\n\nthrow new Error('wrong');\nexport const word: Word = '';");
  expect((await run("whole.ts")).err).toMatch(/part\.ts:3/);
});
