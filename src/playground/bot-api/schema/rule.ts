/** What a parameter or a field must look like. `decode.ts` reads these rules; the tables beside it are made of them. */
export type Rule =
  | { readonly kind: "string"; readonly nonEmpty: boolean }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  | { readonly kind: "number"; readonly min: number; readonly max: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "chat" }
  | { readonly kind: "file" }
  | { readonly kind: "enum"; readonly values: readonly string[]; readonly complaint: string }
  | { readonly kind: "list"; readonly of: Rule; readonly max: number; readonly complaint: string }
  | ObjectRule
  | { readonly kind: "choice"; readonly name: string; readonly pick: (value: Fields) => ObjectRule | string };

/** The fields of a JSON object as they came. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object of the Bot API: its type's name, its fields, and what Telegram says before a complaint about it. */
export interface ObjectRule {
  readonly kind: "object";
  readonly name: string;
  readonly required: Readonly<Record<string, Rule>>;
  readonly optional: Readonly<Record<string, Rule>>;
  readonly complaint: string;
}

/** Any string. */
export const text = { kind: "string", nonEmpty: false } as const satisfies Rule;
/** A string of at least one character. */
export const filled = { kind: "string", nonEmpty: true } as const satisfies Rule;
export const flag = { kind: "boolean" } as const satisfies Rule;
/** A chat's number, or its @username. */
export const chat = { kind: "chat" } as const satisfies Rule;
/** A file_id, an HTTP URL, `attach://name`, or an upload under the parameter's own name. */
export const file = { kind: "file" } as const satisfies Rule;

/** A whole number within bounds; without bounds, any that a double holds exactly. */
export function integer(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Rule {
  return { kind: "integer", min, max };
}

/** A number within bounds. */
export function real(min: number, max: number): Rule {
  return { kind: "number", min, max };
}

/** One of a few words; `complaint` is what the server says otherwise. */
export function oneOf(values: readonly string[], complaint: string): Rule {
  return { kind: "enum", values, complaint };
}

/** An array of at most `max` items; `complaint` is what the server says about more. */
export function list(of: Rule, max = Number.POSITIVE_INFINITY, complaint = "Too many items specified"): Rule {
  return { kind: "list", of, max, complaint };
}

/** An object; every field that is neither required nor optional is refused. */
export function object(
  name: string,
  required: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>> = {},
  complaint = "",
): ObjectRule {
  return { kind: "object", name, required, optional, complaint };
}

/** One of several objects: `pick` sees the fields and names the rule, or says what is wrong. */
export function choice(name: string, pick: (value: Fields) => ObjectRule | string): Rule {
  return { kind: "choice", name, pick };
}

/** One of several objects told apart by the field `type`. */
export function byType(
  name: string,
  rules: Readonly<Record<string, ObjectRule>>,
  complaint = "Unsupported type specified",
): Rule {
  return choice(name, (value) => {
    if (typeof value["type"] !== "string") return `Can't find field "type"`;
    return rules[value["type"]] ?? complaint;
  });
}
