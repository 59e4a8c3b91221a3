import type { Answer } from "#lib/answers/answer.ts";
import { sharerRanking } from "#lib/answers/sharers/answer.ts";
import type { SharerRow, SharerTotals } from "#lib/answers/sharers/sharers.ts";
import type { Person } from "#lib/domain/person.ts";

export interface PersonAnswer extends Person {
  /** Null for somebody who never shared. */
  readonly row: SharerRow | null;
  readonly totals: SharerTotals;
}

/** Everything about the person whom the options name; null when the campaign has never seen them. */
export const personAnswer: Answer<PersonAnswer | null> = (read, question) => {
  const { campaignId, options } = question;
  const name = options.person ?? "";
  const page = options.rows ?? pageOf(options.page);
  const person = read.person({ campaignId, person: name, page });
  if (person === null) return null;
  const { rows, totals } = sharerRanking(read, question);
  return { ...person, row: rows.find((row) => row.person === name) ?? null, totals };
};

function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}
