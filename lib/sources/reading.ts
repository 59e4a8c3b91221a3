import type { ParentChoice } from "#lib/domain/parent-report.ts";
import type { NamingField } from "./digits-survey.ts";
import type { DecimalMark } from "./numbers/written-number.ts";
import type { TimeChoices, TimeForm } from "./times/time-form.ts";
import { LONE_TIME } from "./times/time-form.ts";

/** Where the ids of events are told apart: in their file only, as numbers of rows are, or in the whole campaign. */
export const ID_SCOPES = ["file", "campaign"] as const;
export type IdScope = (typeof ID_SCOPES)[number];

/** What a person said of how a file is written; what is left out is the survey's to find. */
export interface ReadingChoices extends TimeChoices {
  readonly decimal?: DecimalMark;
  readonly idScope?: IdScope;
  /** What parents name; left out where they are codes of shares as they stand. */
  readonly parents?: ParentChoice;
}

/** How the columns of a file are written, decided over the whole of it and never row by row. */
export interface ColumnForms extends TimeForm {
  readonly decimals: Readonly<Record<NumberField, DecimalMark>>;
  readonly idScope: IdScope;
  /** Columns of names that are whole numbers written as measures, 101.0 for 101. */
  readonly measured: readonly NamingField[];
  /** What the last row is called, where it reads like the total of the others; left out where it does not. */
  readonly footer?: string;
}

/** Fields that hold a number. */
export const NUMBER_FIELDS = ["value", "score"] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** How a file is read: what was chosen, and what a survey decided; null until there was one. */
export interface Reading {
  readonly choices: ReadingChoices;
  readonly forms: ColumnForms | null;
}

export const NOT_SURVEYED: Reading = { choices: {}, forms: null };

/** Forms of a file of which nothing is to be told apart. */
export const PLAIN_FORMS: ColumnForms = {
  ...LONE_TIME,
  decimals: { value: "point", score: "point" },
  idScope: "campaign",
  measured: [],
};
