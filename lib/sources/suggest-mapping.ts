import { COLUMN_NAMES, type ColumnMapping, EVENT_FIELDS, EXPORTED_FIELDS } from "./column-mapping.ts";

/** Guesses which column fills which field from the headers; case, spaces and dashes do not matter. */
export function suggestMapping(header: readonly string[]): ColumnMapping {
  const byKey = new Map(header.map((name) => [keyOf(name), name]));
  const taken = new Set<string>();
  const mapping: Partial<Record<(typeof EVENT_FIELDS)[number], string>> = {};
  for (const field of EVENT_FIELDS) {
    const name = COLUMN_NAMES[field]
      .map((key) => byKey.get(key))
      .find((n) => n !== undefined && !taken.has(n));
    if (name === undefined) continue;
    taken.add(name);
    mapping[field] = name;
  }
  // A log whose rows carry nothing but an `id` means the share's own id.
  if (mapping.code === undefined && mapping.kind === undefined && mapping.id !== undefined) {
    mapping.code = mapping.id;
    delete mapping.id;
  }
  if (EXPORTED_FIELDS.some((field) => mapping[field] === undefined))
    for (const field of EXPORTED_FIELDS) delete mapping[field];
  return mapping;
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, "_");
}
