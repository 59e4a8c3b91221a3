import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import {
  type ColumnMapping,
  constantOf,
  EVENT_FIELDS,
  type EventField,
} from "#lib/sources/column-mapping.ts";
import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import { DELIMITERS } from "#lib/sources/shape/detect-dialect.ts";
import { ENCODINGS } from "#lib/sources/shape/detect-encoding.ts";

/** What can be chosen of how a file was read; a list left out where there is nothing to choose. */
export interface ShapeOptions {
  readonly format: FileFormat;
  readonly sheets?: readonly string[];
  readonly entries?: readonly string[];
}

/** Why a file was not read anew. */
export type ShapeError = { readonly fault: FileFault } | { readonly failed: MessageKey } | null;

/** A server action bound to one import; answers only when the file could not be read as chosen. */
export type ShapeAction = (before: ShapeError, form: FormData) => Promise<ShapeError>;

/** Choices of a form, on top of those by which a file was read; what the form does not say stays as it was. */
export function parseShapeForm(form: FormData, before: ShapeChoices): ShapeChoices {
  const said = (name: string) => {
    const value = form.get(`shape.${name}`);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const encoding = ENCODINGS.find((known) => known === said("encoding"));
  const delimiter = Object.entries(DELIMITERS).find(([name]) => name === said("delimiter"))?.[1];
  const [sheet, entry] = [said("sheet"), said("entry")];
  // Another file of an archive is written in its own way.
  if (entry !== undefined && entry !== before.entry) return { entry };
  return {
    ...before,
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

/** What a person chose of columns that a file still has when it is read anew; what it suggests for the rest. */
export function keepColumns(
  chosen: ColumnMapping,
  { header, mapping: suggested }: Pick<FileInspection, "header" | "mapping">,
): ColumnMapping {
  const isThere = (column: string) =>
    constantOf(column) !== null || header.includes(column) || isNumberWithin(column, header.length);
  const kept: Partial<Record<EventField, string>> = {};
  for (const field of EVENT_FIELDS) {
    const column = chosen[field];
    if (column !== undefined && isThere(column)) kept[field] = column;
  }
  const used = new Set(Object.values(kept));
  for (const field of EVENT_FIELDS) {
    const column = suggested[field];
    if (kept[field] === undefined && column !== undefined && !used.has(column)) kept[field] = column;
  }
  return kept;
}

function isNumberWithin(column: string, width: number): boolean {
  return /^#\d+$/.test(column) && Number(column.slice(1)) <= width;
}
