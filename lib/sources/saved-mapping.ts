import type { ColumnMapping } from "./column-mapping.ts";
import type { ReadingChoices } from "./reading.ts";

/** What the columns of an earlier file meant. */
export interface SavedMapping {
  readonly mapping: ColumnMapping;
  /** Zone of times that state none. */
  readonly zone: string;
  readonly choices: ReadingChoices;
}
