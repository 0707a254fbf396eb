import { compact } from "../compact.ts";
import type { FileState } from "./state.ts";
import type { World } from "./world.ts";

export interface NewFile {
  /** "photos", "documents", "voice", "stickers": the first part of its path. */
  readonly folder: string;
  readonly name: string;
  readonly type: string;
  readonly data: Uint8Array;
}

/** Keeps bytes under a new file_id; the path ends in a safe form of the name. */
export function storeFile(world: World, { folder, name, type, data }: NewFile): FileState {
  const { number, file_id, file_unique_id } = world.newFileIds();
  const safeName = name.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/, "_") || "file";
  const file: FileState = {
    file_id,
    file_unique_id,
    file_path:
      folder === "documents"
        ? `${folder}/${number}/${safeName}`
        : `${folder}/file_${number}${extension(safeName)}`,
    file_size: data.length,
    mime_type: type,
    data: Buffer.from(data).toString("base64"),
  };
  world.state.files[file_id] = file;
  return file;
}

function extension(name: string): string {
  return /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? "";
}

export function findFile(world: World, fileId: string): FileState | undefined {
  return world.state.files[fileId];
}

export function findFileByPath(world: World, path: string): FileState | undefined {
  return Object.values(world.state.files).find((file) => file.file_path === path);
}

/** The fields of a file that messages show. */
export function fileFields(file: FileState): { file_id: string; file_unique_id: string; file_size: number } {
  return compact({ file_id: file.file_id, file_unique_id: file.file_unique_id, file_size: file.file_size });
}
