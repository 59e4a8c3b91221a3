/** Whether 03/04 is the third of April or the fourth of March. */
export const DATE_ORDERS = ["day-first", "month-first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a person said of how a file is written; what is left out is the survey's to find. */
export interface ReadingChoices {
  readonly dateOrder?: DateOrder;
}

/** How the columns of a file are written, decided over the whole of it and never row by row. */
export interface ColumnForms {
  /** Of dates such as 15/03/2026; null where the file has none. */
  readonly dateOrder: DateOrder | null;
  /** Whether no time of the file says more than its day. */
  readonly wholeDays: boolean;
}

/** How a file is read: what was chosen, and what a survey decided; null until there was one. */
export interface Reading {
  readonly choices: ReadingChoices;
  readonly forms: ColumnForms | null;
}

export const NOT_SURVEYED: Reading = { choices: {}, forms: null };

/** Forms of a file of which nothing is to be told apart. */
export const PLAIN_FORMS: ColumnForms = { dateOrder: null, wholeDays: false };
