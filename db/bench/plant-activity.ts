import { eventStoreOf } from "#db/event-store-of.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { plantOwner } from "./plant-owner.ts";

const START = Date.UTC(2026, 0, 1);

/** How much to plant: so many events, or so many shares with whatever else comes with them. */
type Wanted = { readonly events: number } | { readonly shares: number };

/**
 * Fills a fresh database with one campaign of so many events, the same at every call, and signs its owner in.
 * @returns the session's id
 */
export function plantActivity(path: string, wanted: Wanted): string {
  migrate(path);
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    const session = plantOwner(db, Date.now());
    fillCampaign(db, 1, wanted);
    return session;
  } finally {
    db.$client.close();
  }
}

/** @param importIds imports that the simulated parts are said to come of, in turn; none: of no import */
export function fillCampaign(
  db: IntisharDatabase,
  campaignId: number,
  wanted: Wanted,
  importIds: readonly number[] = [],
): void {
  const store = eventStoreOf(db);
  const receivedAt = Date.now();
  let left = "events" in wanted ? wanted.events : wanted.shares;
  for (let seed = 1; left > 0; seed += 1) {
    const events = simulateCampaign(defaultPlan(START), seededRandom(seed)).map((event) =>
      named(event, seed),
    );
    const importId = importIds[seed % importIds.length] ?? null;
    const delivery = { source: "simulation", importId, receivedAt, online: false };
    for (let i = 0; i < events.length; i += LARGE_BATCH)
      store.append({ workspaceId: 1, campaignId }, events.slice(i, i + LARGE_BATCH), delivery);
    left -= "events" in wanted ? events.length : events.filter(({ kind }) => kind === "share").length;
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
