import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { Assist, LineageStep, Person, PersonEvent, PersonShare } from "#lib/domain/person.ts";
import { ChannelNames } from "../channel-names.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";

const KNOWN = `SELECT 1 FROM persons WHERE ${CAMPAIGN} AND person = ?`;

const PERSON = `
  SELECT person, first_at AS firstAt, last_at AS lastAt, visits, conversions, touch_via AS touchVia
  FROM persons WHERE ${CAMPAIGN} AND person = ?`;

const SHARES = `
  SELECT code, person, channel, root, parent, via, evidence, at, depth, children, descendants, faults
  FROM shares WHERE ${CAMPAIGN} AND person = ?
  ORDER BY at DESC, code LIMIT ?`;

const STEP = `SELECT code, person, channel, parent FROM shares INDEXED BY shares_code WHERE ${CAMPAIGN} AND code = ?`;

const ASSISTS = `
  SELECT j.via, s.person, count(*) AS visits, min(j.occurred_at) AS first
  FROM journal AS j
  LEFT JOIN shares AS s INDEXED BY shares_code ON s.workspace_id = j.workspace_id AND s.campaign_id = j.campaign_id AND s.code = j.via
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.person = ? AND NOT j.amends
    AND (j.kind = 'visit' OR j.arrives) AND j.via IS NOT NULL AND j.via IS NOT ?
  GROUP BY j.via ORDER BY first, j.via LIMIT ?`;

const COUNT = `SELECT count(*) FROM journal WHERE ${CAMPAIGN} AND person = ? AND NOT amends`;

const EVENTS = `
  SELECT event_id AS id, kind, occurred_at AS at, via, code, channel, value_micros / 1e6 AS value, currency,
    role, score
  FROM journal WHERE ${CAMPAIGN} AND person = ? AND NOT amends
  ORDER BY occurred_at DESC, event_id LIMIT ? OFFSET ?`;

type PersonRow = Omit<Person, "shares" | "assists" | "events" | "page" | "pages">;
type PersonShareRow = Omit<PersonShare, "above"> & { readonly parent: string | null };

/** A person of a campaign. */
interface PersonKey extends CampaignKey {
  readonly person: string;
}

/** Whether a campaign has ever seen a person. One lookup. */
export function isKnownPerson({ $client }: IntisharDatabase, key: PersonKey): boolean {
  return prepare($client, KNOWN).get(key.workspaceId, key.campaignId, key.person) !== undefined;
}

/** What is kept of a person; undefined for one never seen. */
export function readPerson({ $client }: IntisharDatabase, key: PersonKey): PersonRow | undefined {
  return prepare($client, PERSON).get(key.workspaceId, key.campaignId, key.person) as PersonRow | undefined;
}

/** The person's latest shares. */
export function readPersonShares(db: IntisharDatabase, key: PersonKey, most: number): PersonShareRow[] {
  const { workspaceId, campaignId, person } = key;
  const rows = prepare(db.$client, SHARES).all(workspaceId, campaignId, person, most) as PersonShareRow[];
  return new ChannelNames(db, workspaceId).in(rows);
}

/** A share and those above it, at most so many of them. */
export function readLineage(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  from: string | null,
  most: number,
): LineageStep[] {
  const step = prepare(db.$client, STEP);
  const steps: LineageStep[] = [];
  for (let code = from; code !== null && steps.length < most; ) {
    const found = step.get(workspaceId, campaignId, code) as
      | (LineageStep & { parent: string | null })
      | undefined;
    if (found === undefined) break;
    const { parent: next, ...rest } = found;
    steps.push(rest);
    code = next;
  }
  return new ChannelNames(db, workspaceId).in(steps);
}

/** Arrivals through other codes than the one that counts, the earliest first. */
export function readAssists(
  { $client }: IntisharDatabase,
  key: PersonKey,
  touchVia: string | null,
  most: number,
): Assist[] {
  const { workspaceId, campaignId, person } = key;
  return prepare($client, ASSISTS).all(workspaceId, campaignId, person, touchVia, most) as Assist[];
}

export function countPersonEvents({ $client }: IntisharDatabase, key: PersonKey): number {
  return prepare($client, COUNT).pluck().get(key.workspaceId, key.campaignId, key.person) as number;
}

/** What a person did, the latest first. */
export function readPersonEvents(
  db: IntisharDatabase,
  { workspaceId, campaignId, person }: PersonKey,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): PersonEvent[] {
  const asked = [workspaceId, campaignId, person, limit, offset];
  const rows = prepare(db.$client, EVENTS).all(...asked) as PersonEvent[];
  return new ChannelNames(db, workspaceId).in(rows);
}
