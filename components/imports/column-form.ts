import type { ImportPolicy } from "#lib/domain/import.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";

/** The settings that a person gives an import before it is checked. */
export interface ColumnSettings {
  readonly mapping: ColumnMapping;
  readonly zone: string;
  readonly choices: ReadingChoices;
  readonly policy: ImportPolicy;
}

/** What is wrong with them, by field; `form` is for what belongs to none. */
export type ColumnErrors = Readonly<Record<string, MessageKey>>;

/** A server action bound to one import; answers only when the settings were refused. */
export type CheckAction = (before: ColumnErrors, form: FormData) => Promise<ColumnErrors>;
