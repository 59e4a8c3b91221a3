import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { cascades } from "#db/schema/cascades.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { compareText } from "#lib/domain/compare-text.ts";
import type { CascadeFilter, CascadeSort } from "#lib/explorer/cascade-sort.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";
import { ChannelNames } from "../channel-names.ts";

/** Which cascades, and in what order. */
export interface CascadeSelection
  extends Pick<CascadeFilter, "sort" | "order" | "channel" | "minSize" | "seeded"> {
  /** When the cascades started, and what their seed must have; a dimension that cascades do not keep is let pass. */
  readonly span?: Span;
  readonly filters?: readonly Filter[];
}

const SORT_KEYS: Readonly<Record<CascadeSort, SQL<number | null>>> = {
  size: sql`${cascades.size}`,
  sharers: sql`${cascades.sharers}`,
  depth: sql`${cascades.depth}`,
  breadth: sql`${cascades.maxBreadth}`,
  virality: sql`${cascades.structuralVirality}`,
  started: sql`${cascades.startedAt}`,
  duration: sql`${cascades.lastAt} - ${cascades.startedAt}`,
  // Shares an hour over its life so far; a burst within a minute counts as one minute's.
  speed: sql`(${cascades.size} - 1) * 3600000.0 / max(60000, ${cascades.lastAt} - ${cascades.startedAt})`,
};

/** Cascades of a campaign by the channel of their root, in order of its name. */
export function countCascadesByChannel(
  db: IntisharDatabase,
  key: CampaignKey,
): { channel: string; cascades: number }[] {
  const rows = db
    .select({ channel: cascades.channel, cascades: count() })
    .from(cascades)
    .where(inCampaign(key))
    .groupBy(cascades.channel)
    .all();
  const counts = new Map<string, number>();
  for (const { channel, cascades: more } of new ChannelNames(db, key.workspaceId).in(rows))
    counts.set(channel, (counts.get(channel) ?? 0) + more);
  return [...counts]
    .map(([channel, all]) => ({ channel, cascades: all }))
    .sort((a, b) => compareText(a.channel, b.channel));
}

/** Whether a seed with a variant was planted in a campaign. */
export function hasVariants(db: IntisharDatabase, key: CampaignKey): boolean {
  const one = db
    .select({ root: cascades.root })
    .from(cascades)
    .where(and(inCampaign(key), eq(cascades.seeded, true), isNotNull(cascades.variant)))
    .limit(1)
    .get();
  return one !== undefined;
}

/** How many cascades are selected; null when every one is, without counting them. */
export function countSelectedCascades(
  db: IntisharDatabase,
  key: CampaignKey,
  selection: CascadeSelection,
): number | null {
  const conditions = conditionsOf(selection, new ChannelNames(db, key.workspaceId));
  if (conditions.length === 0) return null;
  const matching = and(inCampaign(key), ...conditions);
  return db.select({ n: count() }).from(cascades).where(matching).get()?.n ?? 0;
}

/** Selected cascades in order, without the first `offset`. Only their codes are sorted, not all of their columns. */
export function readCascadePage(
  db: IntisharDatabase,
  key: CampaignKey,
  selection: CascadeSelection,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): CascadeRow[] {
  const roots = db
    .select({ root: cascades.root })
    .from(cascades)
    .where(and(inCampaign(key), ...conditionsOf(selection, new ChannelNames(db, key.workspaceId))))
    .orderBy(...orderOf(selection))
    .limit(limit)
    .offset(offset)
    .all();
  return readCascades(
    db,
    key,
    roots.map(({ root }) => root),
  );
}

/** Cascades in the order of their roots; a root that there is not is left out. */
export function readCascades(db: IntisharDatabase, key: CampaignKey, roots: readonly string[]): CascadeRow[] {
  const rows = db
    .select()
    .from(cascades)
    .where(and(inCampaign(key), inArray(cascades.root, [...roots])))
    .all();
  const named = new ChannelNames(db, key.workspaceId).in(rows);
  const byRoot = new Map(named.map((row) => [row.root, row]));
  return roots.flatMap((root) => byRoot.get(root) ?? []);
}

/**
 * The `most` cascades whose roots come next, in the order of their roots: whether each is selected, and what it is
 * sorted by. The conditions stand among the columns, so that the work depends on `most` alone, however few are
 * selected; before the limit, an index on one of them would take the planner away from the order of the roots.
 */
export function sliceCascades(
  db: IntisharDatabase,
  key: CampaignKey,
  selection: CascadeSelection,
  { after, most }: { readonly after: string; readonly most: number },
): { root: string; key: number | null; isSelected: number | null }[] {
  const names = new ChannelNames(db, key.workspaceId);
  const isSelected = and(...conditionsOf(selection, names)) ?? sql`1`;
  return db
    .select({
      root: cascades.root,
      key: SORT_KEYS[selection.sort],
      isSelected: sql<number | null>`(${isSelected})`,
    })
    .from(cascades)
    .where(and(inCampaign(key), gt(cascades.root, after)))
    .orderBy(asc(cascades.root))
    .limit(most)
    .all();
}

function inCampaign({ workspaceId, campaignId }: CampaignKey): SQL | undefined {
  return and(eq(cascades.workspaceId, workspaceId), eq(cascades.campaignId, campaignId));
}

function conditionsOf(
  { channel, minSize, seeded, span, filters = [] }: CascadeSelection,
  names: ChannelNames,
): SQL[] {
  return [
    channel === undefined ? undefined : inArray(cascades.channel, names.namesOf([channel])),
    minSize === undefined ? undefined : gte(cascades.size, minSize),
    seeded === undefined ? undefined : eq(cascades.seeded, seeded),
    span === undefined ? undefined : gte(cascades.startedAt, span.from),
    span === undefined ? undefined : lt(cascades.startedAt, span.to),
    ...names.inFilters(filters).map(conditionOf),
  ].filter((condition) => condition !== undefined);
}

function conditionOf({ dimension, isNot, values }: Filter): SQL | undefined {
  const columns = { channel: cascades.channel, seedKind: cascades.seedKind, variant: cascades.variant };
  const column = columns[dimension as keyof typeof columns];
  if (column === undefined) return undefined;
  return isNot ? or(isNull(column), notInArray(column, [...values])) : inArray(column, [...values]);
}

/** Without the figure last, ties by the root. A test for NULL where there is none would keep the index from being used. */
function orderOf({ sort, order }: CascadeSelection): SQL[] {
  const key = SORT_KEYS[sort];
  const known = sort === "virality" ? [sql`${key} IS NULL`] : [];
  return [...known, order === "asc" ? asc(key) : desc(key), asc(cascades.root)];
}
