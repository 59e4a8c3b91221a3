import { eventStoreOf } from "#db/event-store-of.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { plantOwner } from "./plant-owner.ts";

const START = Date.UTC(2026, 0, 1);
const KEY = { workspaceId: 1, campaignId: 1 };

/**
 * Fills a fresh database with one campaign of so many events, the same at every call, and signs its owner in.
 * @returns the session's id
 */
export function plantActivity(path: string, wanted: number): string {
  migrate(path);
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    const now = Date.now();
    const session = plantOwner(db, now);
    const store = eventStoreOf(db);
    const delivery = { source: "simulation", importId: null, receivedAt: now, online: false };
    for (let planted = 0, seed = 1; planted < wanted; seed += 1) {
      const events = simulateCampaign(defaultPlan(START), seededRandom(seed)).map((event) =>
        named(event, seed),
      );
      for (let i = 0; i < events.length; i += LARGE_BATCH)
        store.append(KEY, events.slice(i, i + LARGE_BATCH), delivery);
      planted += events.length;
    }
    return session;
  } finally {
    db.$client.close();
  }
}

/** An event whose people and codes are apart from those of the other simulated campaigns. */
function named(event: CampaignEvent, seed: number): CampaignEvent {
  const own = (text: string | null) => (text === null ? null : `${seed}.${text}`);
  return {
    ...event,
    id: `${seed}.${event.id}`,
    person: `${seed}.${event.person}`,
    code: own(event.code),
    via: own(event.via),
  };
}
