import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Assist, LineageStep, Person, PersonEvent, PersonShare } from "#lib/domain/person.ts";

const TIMELINE_PAGE = 50;
const MOST_SHARES = 50;
const MOST_STEPS = 12;
const MOST_ASSISTS = 20;

const PERSON = `
  SELECT person, first_at AS firstAt, last_at AS lastAt, visits, conversions, touch_via AS touchVia
  FROM persons WHERE workspace_id = ? AND campaign_id = ? AND person = ?`;

const SHARES = `
  SELECT code, person, channel, root, parent, via, evidence, at, depth, children, descendants, faults
  FROM shares WHERE workspace_id = ? AND campaign_id = ? AND person = ?
  ORDER BY at DESC, code LIMIT ${MOST_SHARES}`;

const STEP = `
  SELECT code, person, channel, parent FROM shares INDEXED BY shares_code WHERE workspace_id = ? AND campaign_id = ? AND code = ?`;

const ASSISTS = `
  SELECT j.via, s.person, count(*) AS visits, min(j.occurred_at) AS first
  FROM journal AS j
  LEFT JOIN shares AS s INDEXED BY shares_code ON s.workspace_id = j.workspace_id AND s.campaign_id = j.campaign_id AND s.code = j.via
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.person = ? AND NOT j.amends
    AND (j.kind = 'visit' OR j.arrives) AND j.via IS NOT NULL AND j.via IS NOT ?
  GROUP BY j.via ORDER BY first, j.via LIMIT ${MOST_ASSISTS}`;

const COUNT =
  "SELECT count(*) FROM journal WHERE workspace_id = ? AND campaign_id = ? AND person = ? AND NOT amends";

const EVENTS = `
  SELECT event_id AS id, kind, occurred_at AS at, via, code, channel, value_micros / 1e6 AS value, currency,
    role, score
  FROM journal WHERE workspace_id = ? AND campaign_id = ? AND person = ? AND NOT amends
  ORDER BY occurred_at DESC, event_id LIMIT ? OFFSET ?`;

/**
 * A person with lineage and one page of their timeline, from 1, or all of it; null when the campaign never saw them. Searches the
 * whole journal of the campaign: for the analysis thread.
 */
export function readPerson(
  scope: Scope<"campaigns.read">,
  { campaignId, person, page: wanted }: { campaignId: number; person: string; page: number | "all" },
): Person | null {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const known = prepare($client, PERSON).get(...key, person) as
    | Omit<Person, "shares" | "assists" | "events" | "page" | "pages">
    | undefined;
  if (known === undefined) return null;
  const step = prepare($client, STEP);
  const above = (parent: string | null): LineageStep[] => {
    const steps: LineageStep[] = [];
    for (let code = parent; code !== null && steps.length < MOST_STEPS; ) {
      const found = step.get(...key, code) as (LineageStep & { parent: string | null }) | undefined;
      if (found === undefined) break;
      const { parent: next, ...rest } = found;
      steps.push(rest);
      code = next;
    }
    return steps;
  };
  const shares = prepare($client, SHARES).all(...key, person) as (PersonShare & { parent: string | null })[];
  const total = prepare($client, COUNT)
    .pluck()
    .get(...key, person) as number;
  const size = wanted === "all" ? Math.max(1, total) : TIMELINE_PAGE;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = wanted === "all" ? 1 : Math.min(wanted, pages);
  return {
    ...known,
    shares: shares.map(({ parent, ...share }) => ({ ...share, above: above(parent) })),
    assists: prepare($client, ASSISTS).all(...key, person, known.touchVia) as Assist[],
    events: prepare($client, EVENTS).all(...key, person, size, (page - 1) * size) as PersonEvent[],
    ...{ page, pages },
  };
}
