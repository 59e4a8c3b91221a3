import { type RankingQuestion, rankSharers } from "#app/_analysis/rank-sharers.ts";
import { readPerson } from "#db/queries/persons/read-person.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SharerRow, SharerTotals } from "#lib/answers/sharers/sharers.ts";
import type { Person } from "#lib/domain/person.ts";

/** What the Person page asks of a campaign. */
export interface PersonQuestion extends RankingQuestion {
  readonly person: string;
  /** Page of the timeline, from 1. */
  readonly page: number;
}

export interface PersonAnswer extends Person {
  /** Null for somebody who never shared. */
  readonly row: SharerRow | null;
  readonly totals: SharerTotals;
}

/** Everything about one person of a campaign; null when it has never seen them. */
export function analysePerson(scope: Scope<"campaigns.read">, question: PersonQuestion): PersonAnswer | null {
  const person = readPerson(scope, question);
  if (person === null) return null;
  const { rows, totals } = rankSharers(scope, question);
  return { ...person, row: rows.find((row) => row.person === question.person) ?? null, totals };
}
