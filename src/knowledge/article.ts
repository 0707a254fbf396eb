import { z } from "zod";

/** A year, month or day: `2021`, `2021-02` or `2021-02-01`. Kept as a string, so that what is unknown stays unknown. */
export const partialDateSchema = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    "expected a date like 2020, 2020-12 or 2020-12-31",
  );

const periodSchema = z.strictObject({ from: partialDateSchema, to: partialDateSchema });

const speakerSchema = z.strictObject({ name: z.string().min(1), role: z.string().min(1) });

/** The front matter of a knowledge file. */
export const articleMetaSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "expected letters, digits, dot, dash or underscore"),
  lang: z.enum(["zh", "en"]),
  kind: z.enum(["digest", "original"]),
  title: z.string().min(1),
  publisher: z.string().min(1),
  published: partialDateSchema,
  event: z.string().min(1).optional(),
  covers: periodSchema.optional(),
  url: z.url().optional(),
  speakers: z.array(speakerSchema).optional(),
});

export type ArticleMeta = z.infer<typeof articleMetaSchema>;

/** One text in one language. `body` is what stands below the front matter, verbatim: quotes are spans of it. */
export type Article = ArticleMeta & { readonly body: string; readonly file: string };

/** A run of whole sentences of an article's body; `text` is `body.slice(start, end)`. */
export interface Passage {
  readonly articleId: string;
  readonly lang: "zh" | "en";
  /** Position among the passages of its article, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Headings above it, outermost first, without the title. */
  readonly headings: readonly string[];
}
