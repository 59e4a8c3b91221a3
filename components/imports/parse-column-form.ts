import { IMPORT_POLICIES } from "#lib/domain/import.ts";
import { LOOSENINGS, type ParentChoice } from "#lib/domain/parent-report.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import { EVENT_FIELDS, type EventField } from "#lib/sources/column-mapping.ts";
import { missingFields } from "#lib/sources/missing-fields.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import type { ColumnErrors, ColumnSettings } from "./column-form.ts";
import { readingChoices } from "./reading-choices.ts";

/** Reads the columns form; the settings may be stored only when there are no errors. */
export function parseColumnForm(form: FormData): { settings: ColumnSettings; errors: ColumnErrors } {
  const errors: Record<string, MessageKey> = {};
  const mapping: Partial<Record<EventField, string>> = {};
  const taken = new Set<string>();
  for (const field of EVENT_FIELDS) {
    const column = textOf(form, `column.${field}`);
    if (column === "") continue;
    // One column may name both the share and its person: there each person is one share.
    const isNode = field === "code" && column === mapping.person;
    if (taken.has(column) && !isNode) errors[field] = "imports.columns.error.twice";
    taken.add(column);
    mapping[field] = column;
  }
  for (const field of missingFields(mapping)) errors[field] = "imports.columns.error.needed";
  const zone = textOf(form, "zone");
  if (!timeZones().includes(zone)) errors.zone = "imports.columns.error.zone";
  const policy = IMPORT_POLICIES.find((known) => known === textOf(form, "policy")) ?? "keep-good";
  const parents = parentsOf(form);
  const choices = { ...readingChoices((choice) => textOf(form, choice)), ...(parents && { parents }) };
  return { settings: { mapping, zone, choices, policy }, errors };
}

function parentsOf(form: FormData): ParentChoice | undefined {
  const is = textOf(form, "parents") === "person" ? "person" : "share";
  const ignore = LOOSENINGS.filter((one) => form.getAll("parents.ignore").includes(one));
  return is === "share" && ignore.length === 0 ? undefined : { is, ignore };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
