import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { EventField } from "../column-mapping.ts";
import type { ReadingChoices } from "../reading.ts";

/** The head of a file, its headings as `headingKey` writes them. */
export interface ExportHead {
  readonly keys: ReadonlySet<string>;
  /** First values of a column; none where there is no such column. */
  values(key: string): string[];
}

/** A file that a program or a data set is known to give out: how to tell it, and what its columns mean. */
export interface KnownExport {
  readonly id: string;
  /** As the program calls itself. */
  readonly name: string;
  recognises(head: ExportHead): boolean;
  /**
   * Headings that fill each field, the first that the file has; `=word` fills it with a word, `=` leaves it
   * empty on purpose. A field whose headings are all missing is filled by none.
   */
  readonly columns: Readonly<Partial<Record<EventField, readonly string[]>>>;
  readonly choices?: ReadingChoices;
  /** What can be learnt from it, and what cannot. */
  readonly learn: MessageKey;
}
