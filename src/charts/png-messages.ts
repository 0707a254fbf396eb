import type { Scene } from "./scene.ts";

/** A picture to draw; `id` comes back with the reply. */
export interface PngRequest {
  readonly id: number;
  readonly scene: Scene;
}

export type PngReply =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: string };
