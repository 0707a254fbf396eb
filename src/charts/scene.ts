import type { Weight } from "./advances.ts";
import type { ColourName } from "./palette.ts";

/** What a picture is drawn of. Lengths are pixels of the finished picture; y runs down; text stands on its base line. */
export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: ColourName | "hatch";
    }
  | {
      readonly kind: "path";
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly stroke: ColourName;
      readonly width: number;
      readonly dashed: boolean;
    }
  | {
      readonly kind: "dot";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: ColourName;
      readonly hollow: boolean;
    }
  | TextShape;

export interface TextShape {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: "start" | "middle" | "end";
  readonly fill: ColourName;
}

/** A whole picture. JSON-serialisable, so that it can be handed to a worker. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, in a line: for readers that cannot see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}
