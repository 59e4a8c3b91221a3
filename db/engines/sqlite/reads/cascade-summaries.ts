import { and, asc, count, desc, eq, gte, lt } from "drizzle-orm";
import type { WindowKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { cascades } from "#db/schema/cascades.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { ChannelNames } from "../channel-names.ts";

const FINISHED = `
  SELECT campaign_id AS campaignId, root, channel FROM cascades
  WHERE workspace_id = ? AND seeded AND size > 1 AND started_at <= ?
  ORDER BY started_at DESC, campaign_id, root LIMIT ?`;

/** The latest cascades of a whole workspace that have grown from a seed and began by `startedBy`. */
export function readGrownCascades(
  db: IntisharDatabase,
  workspaceId: number,
  { startedBy, most }: { readonly startedBy: number; readonly most: number },
): { campaignId: number; root: string; channel: string }[] {
  const rows = prepare(db.$client, FINISHED).all(workspaceId, startedBy, most) as {
    campaignId: number;
    root: string;
    channel: string;
  }[];
  return new ChannelNames(db, workspaceId).in(rows);
}

const LONE = `
  SELECT campaign_id AS campaignId, root, channel, started_at AS startedAt FROM cascades
  WHERE workspace_id = ? AND seeded AND size = 1 AND started_at BETWEEN ? AND ?
  ORDER BY started_at DESC, campaign_id, root LIMIT ?`;

/** The latest seeds of a whole workspace that brought nobody, of those planted from one instant to another. */
export function readLoneSeeds(
  db: IntisharDatabase,
  workspaceId: number,
  { from, to, most }: { readonly from: number; readonly to: number; readonly most: number },
): { campaignId: number; root: string; channel: string; startedAt: number }[] {
  const rows = prepare(db.$client, LONE).all(workspaceId, from, to, most) as {
    campaignId: number;
    root: string;
    channel: string;
    startedAt: number;
  }[];
  return new ChannelNames(db, workspaceId).in(rows);
}

/** The largest of the cascades that began in a window, as they are by now. */
export function readLargestCascades(
  db: IntisharDatabase,
  key: WindowKey,
  most: number,
): Pick<
  CascadeRow,
  "root" | "person" | "channel" | "size" | "sharers" | "depth" | "structuralVirality" | "startedAt" | "lastAt"
>[] {
  const { root, person, channel, size, sharers, depth, structuralVirality, startedAt, lastAt } = cascades;
  const rows = db
    .select({ root, person, channel, size, sharers, depth, structuralVirality, startedAt, lastAt })
    .from(cascades)
    .where(startedIn(key))
    .orderBy(desc(cascades.size), asc(cascades.startedAt), asc(cascades.root))
    .limit(most)
    .all();
  return new ChannelNames(db, key.workspaceId).in(rows);
}

/** How many cascades began in a window. */
export function countStartedCascades(db: IntisharDatabase, key: WindowKey): number {
  return db.select({ n: count() }).from(cascades).where(startedIn(key)).get()?.n ?? 0;
}

function startedIn({ workspaceId, campaignId, from, to }: WindowKey) {
  return and(
    eq(cascades.workspaceId, workspaceId),
    eq(cascades.campaignId, campaignId),
    gte(cascades.startedAt, from),
    lt(cascades.startedAt, to),
  );
}
