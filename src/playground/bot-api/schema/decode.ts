import { ApiError } from "../api-error.ts";
import type { Fields, ObjectRule, Rule } from "./rule.ts";

/** A complaint about one value, on its way up to become a 400. */
class Complaint extends Error {}

/** The parameters of a call as they came: by JSON (typed), or by a form (strings), with the uploads' names. */
export interface RawCall {
  readonly fields: Fields;
  readonly uploads: ReadonlySet<string>;
}

/** The parameters of a method, as the table has them. */
export interface MethodRule {
  readonly required: Readonly<Record<string, Rule>>;
  readonly optional: Readonly<Record<string, Rule>>;
}

/** Own texts for parameters whose absence Telegram words in its own way. */
const ABSENCE: Readonly<Record<string, string>> = {
  chat_id: "chat_id is empty",
  from_chat_id: "chat_id is empty",
  text: "Message text is empty",
  message_id: "Message identifier is not specified",
  message_ids: "Message identifiers are not specified",
  user_id: "Invalid user_id specified",
  file_id: "file_id not specified",
  photo: "There is no photo in the request",
  document: "There is no document in the request",
  result: "Result isn't specified",
  action: "Wrong parameter action in request",
};

/**
 * The typed parameters of a call, checked against the method's table. Throws a 400 for what is missing, of the
 * wrong type, out of range, or unknown. (Telegram ignores unknown parameters; here they are refused, because a
 * misspelt one is a mistake that would else stay hidden. A null counts as absent.)
 */
export function decodeCall(rule: MethodRule, call: RawCall): Fields {
  try {
    const fields = withUploads(rule, call);
    return decodeFields(rule, fields, (name) => `unknown parameter "${name}"`, absentParameter);
  } catch (error) {
    if (error instanceof Complaint) throw new ApiError(400, error.message);
    throw error;
  }
}

function absentParameter(name: string): string {
  return ABSENCE[name] ?? `Parameter "${name}" is required`;
}

/** A file that came under its parameter's own name is the same as `attach://` and that name. */
function withUploads(rule: MethodRule, call: RawCall): Fields {
  const fields: Record<string, unknown> = { ...call.fields };
  for (const [name, parameter] of Object.entries({ ...rule.required, ...rule.optional })) {
    if (parameter.kind === "file" && call.uploads.has(name)) fields[name] = `attach://${name}`;
  }
  return fields;
}

function decodeFields(
  rule: MethodRule,
  fields: Fields,
  unknownField: (name: string) => string,
  absentField: (name: string) => string,
): Fields {
  const decoded: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (fields[name] === undefined || fields[name] === null) continue;
    const known = rule.required[name] ?? rule.optional[name];
    if (known === undefined) throw new Complaint(unknownField(name));
    decoded[name] = decode(known, fields[name], name);
  }
  for (const [name, known] of Object.entries(rule.required)) {
    const value = decoded[name];
    const mayBeEmpty = known.kind === "string" && !known.nonEmpty;
    if (value === undefined || (value === "" && !mayBeEmpty)) throw new Complaint(absentField(name));
  }
  return decoded;
}

function decode(rule: Rule, value: unknown, name: string): unknown {
  switch (rule.kind) {
    case "string":
      return decodeString(value, name);
    case "integer":
      return decodeNumber(value, name, rule, /^[+-]?\d+$/, Number.isSafeInteger);
    case "number":
      return decodeNumber(value, name, rule, /^[+-]?\d+(?:\.\d+)?$/, Number.isFinite);
    case "boolean":
      return decodeBoolean(value, name);
    case "chat":
      return decodeChat(value, name);
    case "file":
      return decodeString(value, name);
    case "enum":
      if (typeof value !== "string" || !rule.values.includes(value)) throw new Complaint(rule.complaint);
      return value;
    case "list":
      return decodeList(rule, value, name);
    case "object":
      return decodeObject(rule, parsed(value, name), name);
    case "choice":
      return decodeChoice(rule, parsed(value, name), name);
    default:
      return rule satisfies never;
  }
}

function wrongType(name: string, type: string): Complaint {
  return new Complaint(`Field "${name}" must be of type ${type}`);
}

function decodeString(value: unknown, name: string): string {
  // Telegram turns numbers in JSON bodies to strings; objects and booleans are mistakes.
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw wrongType(name, "String");
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
    throw new Complaint("Strings must be encoded in UTF-8");
  }
  return value;
}

function decodeNumber(
  value: unknown,
  name: string,
  range: { readonly min: number; readonly max: number },
  shape: RegExp,
  isNumber: (value: number) => boolean,
): number {
  const number = typeof value === "string" && shape.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !isNumber(number)) throw wrongType(name, "Number");
  if (number < range.min || number > range.max) {
    throw new Complaint(`Field "${name}" must be from ${range.min} to ${range.max}`);
  }
  return number;
}

function decodeBoolean(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "True" || value === "1" || value === "yes") return true;
  if (value === "false" || value === "False" || value === "0" || value === "no" || value === "") return false;
  throw wrongType(name, "Boolean");
}

function decodeChat(value: unknown, name: string): number | string {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  if (typeof value !== "string") throw wrongType(name, "Number");
  return /^-?\d+$/.test(value) ? Number(value) : value;
}

/** Objects and arrays travel as JSON text in forms; Telegram takes that in JSON bodies too. */
function parsed(value: unknown, name: string): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Complaint(`Can't parse ${name.replaceAll("_", " ")} JSON object`);
  }
}

function decodeList(rule: Extract<Rule, { kind: "list" }>, value: unknown, name: string): unknown[] {
  const items = parsed(value, name);
  if (!Array.isArray(items)) throw wrongType(name, "Array");
  if (items.length > rule.max) throw new Complaint(rule.complaint);
  return items.map((item) => decode(rule.of, item, name));
}

function decodeChoice(rule: Extract<Rule, { kind: "choice" }>, value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(name, "Object");
  const picked = rule.pick(value as Fields);
  if (typeof picked === "string") throw new Complaint(picked);
  return decodeObject(picked, value, name);
}

function decodeObject(rule: ObjectRule, value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(name, "Object");
  try {
    return decodeFields(
      rule,
      value as Fields,
      (field) => `unknown field "${field}" in ${rule.name}`,
      (field) => `Can't find field "${field}"`,
    );
  } catch (error) {
    if (error instanceof Complaint && rule.complaint !== "") {
      throw new Complaint(`${rule.complaint}: ${error.message}`);
    }
    throw error;
  }
}
