import fc from "fast-check";
import { logs } from "#db/engines/testing/drawn-logs.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";

const START = Date.UTC(2026, 0, 1);
const COUNTRIES = [
  { value: "SA", weight: 3 },
  { value: "EG", weight: 1 },
];
const DRAWN = 25;
const CAMPAIGNS = Array.from({ length: DRAWN + 1 }, (_, index) => index + 1);

const ROWS = `
INSERT INTO users (id, email, password_hash, created_at) VALUES (1, 'owner@example.org', 'hash', 0);
INSERT INTO workspaces (id, slug, name, zone, created_at) VALUES (1, 'w', 'W', 'UTC', 0);
INSERT INTO memberships (workspace_id, user_id, role) VALUES (1, 1, 'owner');
INSERT INTO installation (id, set_up_at, acknowledged) VALUES (1, 0, 12);
INSERT INTO campaigns (workspace_id, id, name, tool, created_at)
  SELECT 1, value, 'campaign ' || value, 'video', 0 FROM json_each('${JSON.stringify(CAMPAIGNS)}');
INSERT INTO imports (workspace_id, id, campaign_id, file_name, file_bytes, format, mapping, zone, policy, status,
  created_at) VALUES (1, 1, 1, 'log.csv', 1, '{}', '{}', 'UTC', 'keep-good', 'done', 0);
INSERT INTO quarantine VALUES (1, 1, 1, 2, 'code', 'missing', 'x,y', 0);
INSERT INTO collections (workspace_id, campaign_id, stem, signing_key, public_key, target_url, origins, created_at)
  VALUES (1, 1, 'Abcd', '00ff', 'ipk_test', 'https://shop.example/spring', '[]', 0);
INSERT INTO links (workspace_id, id, campaign_id, code, name, channel, seed_kind, target_url, utm, created_at,
  paused_at) VALUES
  (1, 1, 1, 'Abcd12345678aaaaa', 'Poster', 'print', 'organic', 'https://shop.example/poster', '{"source":"poster"}',
    0, NULL),
  (1, 2, 1, 'Abcd12345678bbbbb', 'Old poster', 'print', 'organic', NULL, '{}', 0, 1);`;

/** A campaign of some thousand events, whose shares have codes other than their ids, and small ones of every oddity. */
function eventsOf(shares: number): CampaignEvent[][] {
  const plan = { ...defaultPlan(START), maxShares: shares, attributes: { country: COUNTRIES } };
  const drawn = fc.sample(logs, { seed: 11, numRuns: DRAWN });
  return [simulateCampaign(plan, seededRandom(3)), ...drawn];
}

/**
 * A file of today's schema with rows in the tables that upgrades touch.
 * @param isPlain without labels and unverified events, which the first releases could not keep
 */
export function writePlantedFile(
  path: string,
  { isPlain, shares }: { isPlain: boolean; shares: number },
): void {
  migrate(path);
  const db = openDatabase(path, { cacheMebibytes: 128 });
  try {
    db.$client.exec(ROWS);
    for (const [index, events] of eventsOf(shares).entries()) {
      const kept = isPlain ? events.map((event) => ({ ...event, label: null, verified: true })) : events;
      eventStoreOf(db).append({ workspaceId: 1, campaignId: index + 1 }, kept, {
        ...{ source: "simulation", importId: null, receivedAt: START, online: false },
      });
    }
  } finally {
    db.$client.close();
  }
}
