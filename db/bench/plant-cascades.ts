import { eventStoreOf } from "#db/event-store-of.ts";
import { IMPORT_CONNECTION } from "#db/import/import-settings.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { readEvents } from "#db/import/read-events.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { plantOwner } from "./plant-owner.ts";

const START = Date.UTC(2026, 0, 1);
const KEY = { workspaceId: 1, campaignId: 1 };
const CHANNELS = ["whatsapp", "x", "facebook", "telegram", "copy"];
/** Part of the shares that come from the seed itself, about as in public repost cascades. */
const DIRECT = 0.5;

/**
 * Fills a fresh database with one cascade of each size, the same at every call, or with a share log, and signs the
 * owner in.
 * @returns the session's id, and the roots of the cascades to look at with their sizes
 */
export async function plantCascades(
  path: string,
  from: { readonly sizes: readonly number[] } | { readonly log: string },
): Promise<{ session: string; cascades: { root: string; size: number; depth: number }[] }> {
  migrate(path);
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    const session = plantOwner(db, Date.now());
    const append = (events: readonly CampaignEvent[]) =>
      eventStoreOf(db).append(KEY, events, {
        ...{ source: "simulation", importId: null, receivedAt: START, online: false },
      });
    if ("log" in from) {
      const { format, mapping } = await inspectFile(from.log);
      const context = { zone: "UTC", currency: null, now: Date.now() };
      for await (const rows of readEvents({ path: from.log, format, mapping, context }))
        append(rows.flatMap((row) => ("event" in row ? row.event : [])));
    } else for (const size of from.sizes) append(cascadeOf(size, seededRandom(size)));
    const ranked = (column: "size" | "depth") =>
      db.$client
        .prepare(`SELECT root, size, depth FROM cascades ORDER BY ${column} DESC, root LIMIT 3`)
        .all() as { root: string; size: number; depth: number }[];
    return {
      session,
      cascades: "log" in from ? [...ranked("size"), ...ranked("depth")] : ranked("size").reverse(),
    };
  } finally {
    db.$client.close();
  }
}

/** A cascade of `size` shares; half of them hang on the seed, the others on whom chance names. */
function cascadeOf(size: number, random: Random): CampaignEvent[] {
  return Array.from({ length: size }, (_, index) => {
    const code = `${size}.${index}`;
    const above = random.next() < DIRECT ? 0 : Math.floor(random.next() * index);
    return {
      ...BLANK_EVENT,
      ...{ id: code, kind: "share", person: `p.${code}`, code, via: index === 0 ? null : `${size}.${above}` },
      ...{ channel: CHANNELS[Math.floor(random.next() * CHANNELS.length)] ?? null, arrives: index > 0 },
      ...{ seedKind: index === 0 ? "organic" : null, occurredAt: START + index * 2000 },
    } satisfies CampaignEvent;
  });
}
