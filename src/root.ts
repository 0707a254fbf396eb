import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder: the nearest one above this module that holds `package.json`, also where modules were put into one file. */
const ROOT = nearest(import.meta.dirname);

/** A file or folder of the project, by its path below the project's folder. */
export const inProject = (...path: readonly string[]): string => join(ROOT, ...path);

function nearest(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`no package.json in ${import.meta.dirname} or above`);
  return nearest(above);
}
