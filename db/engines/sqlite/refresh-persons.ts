import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { EFFECTIVE_EVENTS, IS_KEPT, OF_PEOPLE, TOUCH_VIA } from "./effective-events.ts";

const FACTS = `
  SELECT j.person, j.occurred_at AS at, j.event_id AS id, ${TOUCH_VIA} AS via
  FROM ${EFFECTIVE_EVENTS}
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND ${IS_KEPT} AND ${OF_PEOPLE}
    AND j.person IN (SELECT value FROM json_each(?))
  ORDER BY j.person, j.occurred_at, j.event_id`;
const UPDATE = `UPDATE persons SET first_at = ?, last_at = ?, touch_at = ?, touch_id = ?, touch_via = ?
  WHERE workspace_id = ? AND campaign_id = ? AND person = ?`;
const FORGET = "DELETE FROM persons WHERE workspace_id = ? AND campaign_id = ? AND person = ?";

interface Fact {
  readonly person: string;
  readonly at: number;
  readonly id: string;
  readonly via: string | null;
}

interface Ends {
  readonly firstAt: number;
  lastAt: number;
  touch: Fact | null;
}

/**
 * Reads what is first and last of some persons from the journal again, and forgets who is in no event any more. The
 * journal knows no persons: it costs one walk through the campaign, however many they are.
 */
export function refreshPersons(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  persons: readonly string[],
): void {
  const ends = new Map<string, Ends>();
  const facts = prepare(client, FACTS).iterate(workspaceId, campaignId, JSON.stringify(persons));
  for (const fact of facts as IterableIterator<Fact>) {
    const known = ends.get(fact.person);
    if (known === undefined)
      ends.set(fact.person, { firstAt: fact.at, lastAt: fact.at, touch: fact.via === null ? null : fact });
    else {
      known.lastAt = fact.at;
      if (known.touch === null && fact.via !== null) known.touch = fact;
    }
  }
  for (const person of persons) {
    const known = ends.get(person);
    if (known === undefined) prepare(client, FORGET).run(workspaceId, campaignId, person);
    else {
      const { firstAt, lastAt, touch } = known;
      const told = [firstAt, lastAt, touch?.at ?? null, touch?.id ?? null, touch?.via ?? null];
      prepare(client, UPDATE).run(...told, workspaceId, campaignId, person);
    }
  }
}
