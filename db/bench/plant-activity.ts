import { createSession } from "#db/auth-store/create-session.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";

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
    db.insert(workspaces)
      .values({ id: 1, slug: "bench", name: "bench", zone: "Asia/Riyadh", createdAt: now })
      .run();
    db.insert(users).values({ id: 1, email: "owner@bench.example", passwordHash: "", createdAt: now }).run();
    db.insert(memberships).values({ workspaceId: 1, userId: 1, role: "owner" }).run();
    const campaign = { name: "bench", tool: "video", spend: 1000, currency: "USD", createdAt: now } as const;
    db.insert(campaigns)
      .values({ workspaceId: 1, id: 1, ...campaign })
      .run();
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
    return createSession(db, { userId: 1, label: "bench", now });
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
