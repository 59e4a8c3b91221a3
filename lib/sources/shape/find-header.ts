import { suggestMapping } from "../suggest-mapping.ts";
import type { Row } from "./splitter.ts";

/** Where a table begins. */
export interface TableStart {
  /** Lines before the heading, or before the first row where there is no heading. */
  readonly skipLines: number;
  readonly header: boolean;
  /** Columns whose names are known; 0 where the heading, if it is one, was told by its shape alone. */
  readonly known: number;
}

/** Titles and remarks above a heading are fewer than this. */
const DEEPEST_HEADING = 50;
const TYPED = /^\s*[-+]?\d[\d\s.,:/TZ+-]*(?:[ap]m)?\s*$/i;

/**
 * Finds the heading of a table among its first rows: the first line as wide as the rows are whose names are known, else
 * the first such line that looks like names and not like the rows below it.
 */
export function findHeader(rows: readonly Row[]): TableStart {
  const { width } = commonWidth(rows);
  const known = rows.slice(0, DEEPEST_HEADING).map(({ fields }) => countKnown(fields));
  const most = Math.max(0, ...known);
  const named = most < 2 ? -1 : known.findIndex((count, i) => count * 2 > most && isWide(rows[i], 2));
  if (named !== -1) return { skipLines: startOf(rows, named), header: true, known: known[named] ?? 0 };
  const first = rows.findIndex((row) => isWide(row, width));
  const table = rows.slice(Math.max(0, first)).map(({ fields }) => fields);
  return { skipLines: startOf(rows, first), header: looksLikeNames(table), known: 0 };
}

/** The width that most rows have, and the part of them that have it, 0 to 1. */
export function commonWidth(rows: readonly Row[]): { width: number; even: number } {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [[width, count] = [1, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { width, even: rows.length === 0 ? 0 : count / rows.length };
}

/** Names of the columns as a heading gives them; a mark of remark before the first is none of its name. */
export function namesOf(heading: readonly string[]): string[] {
  return heading.map((name, i) => (i === 0 ? name.replace(/^\s*#\s*(?=\p{L})/u, "") : name));
}

function countKnown(fields: readonly string[]): number {
  return fields.length > 2000 ? 0 : Object.keys(suggestMapping(namesOf(fields))).length;
}

function isWide(row: Row | undefined, width: number): boolean {
  return row !== undefined && row.fields.length >= width;
}

/** Lines before a row; those of the row itself are its own. */
function startOf(rows: readonly Row[], index: number): number {
  return index < 1 ? 0 : (rows[index - 1]?.line ?? 0);
}

function looksLikeNames([heading = [], ...rows]: readonly (readonly string[])[]): boolean {
  const names = heading.map((name) => name.trim()).filter((name) => name !== "");
  if (names.length === 0 || names.some((name) => TYPED.test(name))) return false;
  if (new Set(names).size < names.length) return false;
  if (rows.length === 0) return true;
  const typed = heading.some((_, i) => {
    const cells = rows.map((fields) => fields[i] ?? "").filter((cell) => cell !== "");
    return cells.length > 0 && cells.filter((cell) => TYPED.test(cell)).length * 2 > cells.length;
  });
  // A table of texts alone: names stand nowhere among the values.
  return typed || !heading.some((name, i) => rows.some((fields) => fields[i] === name && name !== ""));
}
