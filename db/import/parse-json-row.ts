import { isInteger, parse } from "lossless-json";

/** A whole number too long for the numbers of JavaScript, which would make another of it. */
const LONG_INTEGER = /[:,[\s]-?\d{16}/;
const EXACT_DIGITS = 15;

/** Objects and lists within one another, deeper than any log nests them: text cannot be made of what has no end. */
const MOST_LEVELS = 64;

/**
 * Reads a JSON object as text fields by name; those of an object within it are named by the way to them, such as `user.id`.
 * What lies under `attributes` counts as if it lay beside it; null is an empty field.
 * @returns why not, when the line is no JSON object or nests its values too deep
 */
export function parseJsonRow(line: string): Map<string, string> | "not-an-object" | "too-nested" {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not-an-object";
  }
  if (!isObject(value)) return "not-an-object";
  if (isDeeper(value, MOST_LEVELS)) return "too-nested";
  const object = LONG_INTEGER.test(line) ? parseLongIntegers(line) : value;
  const fields = new Map<string, string>();
  addFields(fields, "", object);
  return fields;
}

/** An object within the row gives fields named by the way to them, such as `user.id`. */
function addFields(fields: Map<string, string>, path: string, object: Record<string, unknown>): void {
  for (const name in object) {
    const field = object[name];
    if (!isObject(field)) fields.set(path + name, textOf(field));
    else addFields(fields, name === "attributes" ? path : `${path}${name}.`, field);
  }
}

/** Reads an object that is known to be sound, long integers as the text they are; it takes several times as long. */
function parseLongIntegers(line: string): Record<string, unknown> {
  const value = parse(line, null, {
    parseNumber: (text) => (isInteger(text) && text.length > EXACT_DIGITS ? text : Number(text)),
    onDuplicateKey: ({ newValue }) => newValue,
  });
  return isObject(value) ? value : {};
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
