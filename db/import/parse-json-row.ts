/**
 * Reads a line of NDJSON as text fields by name. What lies under `attributes` counts as if it lay beside it;
 * null is an empty field.
 * @returns null when the line is no JSON object
 */
export function parseJsonRow(line: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (name !== "attributes" || !isObject(field)) fields.set(name, textOf(field));
    else for (const [attribute, inner] of Object.entries(field)) fields.set(attribute, textOf(inner));
  }
  return fields;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
