import {
  COLUMN_NAMES,
  type ColumnMapping,
  EVENT_FIELDS,
  type EventField,
  EXPORTED_FIELDS,
} from "./column-mapping.ts";
import { EDGE_NAMES, OTHER_NAMES, PERSON_PARENTS } from "./column-names.ts";
import { headingKey } from "./heading-key.ts";
import { rowKind } from "./kind-words.ts";

/** How sure a guess is: by a documented heading, by another one in use, or by one that may mean something else. */
export const GUESSES = ["sure", "likely", "unsure"] as const;
export type Guess = (typeof GUESSES)[number];

/** Which column seems to fill which field, and how surely. */
export interface MappingGuess {
  readonly mapping: ColumnMapping;
  readonly guesses: Readonly<Partial<Record<EventField, Guess>>>;
}

/** They often name a site, a person or a program rather than what the field needs. */
const UNSURE: ReadonlySet<string> = new Set([
  ...["referrer", "referrer_email", "name", "full_name", "source", "sponsor", "upline", "method", "service"],
  ...["app", "utm_source", "utm_medium", "action", "activity", "version", "total", "app", "state", "rating"],
  ...[
    "الاسم",
    "الاصل",
    "الاب",
    "بواسطه",
    "عن_طريق",
    "النوع",
    "رمز",
    "الرمز",
    "كود",
    "الكود",
    "المعرف",
    "الرقم",
  ],
]);

/** Part of the values that must be kinds of event for a column to be one of kinds. */
const KINDS_FROM = 0.5;

/**
 * Guesses which column fills which field from the headings: letter case, blanks, dashes and the humps of
 * `camelCase` do not matter, and an id is preferred to a name.
 * @param rows first rows, their fields in the order of the header: a column of types is one of kinds of event
 * only if its values are
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): MappingGuess {
  const byKey = new Map<string, string>();
  for (const name of header) if (!byKey.has(headingKey(name))) byKey.set(headingKey(name), name);
  const taken = new Set<string>();
  const mapping: Partial<Record<EventField, string>> = {};
  const guesses: Partial<Record<EventField, Guess>> = {};
  const take = (field: EventField, key: string, guess: Guess): boolean => {
    const name = byKey.get(headingKey(key));
    if (name === undefined || taken.has(name)) return false;
    if (field === "kind" && !holdsKinds(header.indexOf(name), rows)) return false;
    taken.add(name);
    mapping[field] = name;
    guesses[field] = UNSURE.has(key) ? "unsure" : guess;
    return true;
  };
  const edge = EDGE_NAMES.find(
    ([source, target]) => byKey.has(headingKey(source)) && byKey.has(headingKey(target)),
  );
  for (const field of EVENT_FIELDS) COLUMN_NAMES[field].some((key) => take(field, key, "sure"));
  // Only what nothing else names: of a log of shares, `from` and `to` may be anything.
  if (edge !== undefined && mapping.via === undefined && mapping.person === undefined) {
    take("via", edge[0], "likely");
    take("person", edge[1], "likely");
    // The person is the node: the first time somebody appears is their share.
    if (mapping.code === undefined) nodes(mapping, guesses);
  }
  for (const field of EVENT_FIELDS)
    if (mapping[field] === undefined) OTHER_NAMES[field]?.some((key) => take(field, key, "likely"));
  // A log whose rows carry nothing but an `id` means the share's own id.
  if (mapping.code === undefined && mapping.kind === undefined && mapping.id !== undefined) {
    mapping.code = mapping.id;
    delete mapping.id;
    guesses.code = "likely";
    delete guesses.id;
  }
  if (mapping.code === undefined && mapping.kind === undefined)
    if (PERSON_PARENTS.has(headingKey(mapping.via ?? ""))) nodes(mapping, guesses);
  if (EXPORTED_FIELDS.some((field) => mapping[field] === undefined))
    for (const field of EXPORTED_FIELDS) {
      delete mapping[field];
      delete guesses[field];
    }
  return { mapping, guesses };
}

/** Makes each person one share, which others name as their parent. */
function nodes(
  mapping: Partial<Record<EventField, string>>,
  guesses: Partial<Record<EventField, Guess>>,
): void {
  if (mapping.person === undefined) return;
  mapping.code = mapping.person;
  guesses.code = "unsure";
}

/** The columns that `guessMapping` finds. */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): ColumnMapping {
  return guessMapping(header, rows).mapping;
}

/** Whether what a column holds are kinds of event; of an empty one the heading is believed. */
function holdsKinds(column: number, rows: readonly (readonly string[])[]): boolean {
  const values = rows.map((row) => row[column]?.trim() ?? "").filter((value) => value !== "");
  return (
    values.length === 0 ||
    values.filter((value) => rowKind(value) !== null).length >= KINDS_FROM * values.length
  );
}
