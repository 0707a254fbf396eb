// Runs a TypeScript file: `node run.mjs FILE [ARGUMENT…]`, or with `--build` in front makes it ready to be run. Its modules
// are put into one (esbuild, about 0.3 s), which is kept as long as none of them changes: loaded sooner than file by file.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { argv, pid, setSourceMapsEnabled } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(SELF);
/** Below the project's folder, so that packages are found from there. */
const OUTPUT = join(ROOT, "node_modules", ".cache", "guanwen");

/** Imports a TypeScript file (its path) with all that it imports; packages stay packages. */
export async function run(file) {
  const built = builtOf(file);
  if (!isFresh(built)) await build(file, built);
  setSourceMapsEnabled(true);
  await import(pathToFileURL(built.module).href);
}

async function build(file, built) {
  const { build: bundle, stop } = await import("esbuild");
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: [file],
    outfile: built.module,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "error",
  });
  await stop();
  const inputs = Object.keys(metafile.inputs).map((input) => join(ROOT, input));
  mkdirSync(OUTPUT, { recursive: true });
  for (const { path, contents } of outputFiles) replace(path, contents);
  replace(built.times, JSON.stringify(timesOf([SELF, ...inputs])));
}

/** Where the one module of a file is kept, and when the files that it was made of were written. */
function builtOf(file) {
  const name = relative(ROOT, file)
    .replace(/\.ts$/, "")
    .replaceAll(/[^\w-]+/g, "-");
  return { module: join(OUTPUT, `${name}.mjs`), times: join(OUTPUT, `${name}.json`) };
}

function isFresh({ times }) {
  try {
    const known = JSON.parse(readFileSync(times, "utf8"));
    return JSON.stringify(timesOf(Object.keys(known))) === JSON.stringify(known);
  } catch {
    return false;
  }
}

const timesOf = (files) => Object.fromEntries(files.map((file) => [file, statSync(file).mtimeMs]));

/** Writes a whole file at once: others may be reading the one before. */
function replace(path, contents) {
  const own = join(dirname(path), `.${pid}-${basename(path)}`);
  writeFileSync(own, contents);
  renameSync(own, path);
}

if (isMainThread && argv[1] !== undefined && resolve(argv[1]) === SELF) {
  argv.splice(1, 1);
  if (argv[1] === "--build") await build(resolve(argv[2]), builtOf(resolve(argv[2])));
  else await run(resolve(argv[1]));
}
