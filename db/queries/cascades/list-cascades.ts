import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { cascades } from "#db/schema/cascades.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeFilter, CascadeSort } from "#lib/explorer/cascade-sort.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";

const PAGE_ROWS = 50;

const SORT_KEYS: Readonly<Record<CascadeSort, SQL>> = {
  size: sql`${cascades.size}`,
  reach: sql`${cascades.reach}`,
  depth: sql`${cascades.depth}`,
  breadth: sql`${cascades.maxBreadth}`,
  virality: sql`${cascades.structuralVirality}`,
  started: sql`${cascades.startedAt}`,
  duration: sql`${cascades.lastAt} - ${cascades.startedAt}`,
  // Shares an hour over its life so far; a burst within a minute counts as one minute's.
  speed: sql`(${cascades.size} - 1) * 3600000.0 / max(60000, ${cascades.lastAt} - ${cascades.startedAt})`,
};

export interface CascadeList {
  readonly rows: readonly CascadeRow[];
  /** How many match. */
  readonly total: number;
  /** How many the campaign has. */
  readonly all: number;
  /** The page shown, from 1: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Channels that any cascade of the campaign began on, by name. */
  readonly channels: readonly string[];
}

/**
 * One page of a campaign's cascades. Rows without the sorting figure come last; ties go by the root's code.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function listCascades(
  scope: Scope<"campaigns.read">,
  filter: CascadeFilter & {
    readonly campaignId: number;
    /** When the cascades started, and what their seed must have; a dimension that cascades do not keep is let pass. */
    readonly span?: Span;
    readonly filters?: readonly Filter[];
  },
): CascadeList {
  const db = databaseOf(scope);
  expectCampaign(scope, filter.campaignId);
  const inCampaign = and(
    eq(cascades.workspaceId, scope.workspaceId),
    eq(cascades.campaignId, filter.campaignId),
  );
  const matching = and(
    inCampaign,
    filter.channel === undefined ? undefined : eq(cascades.channel, filter.channel),
    filter.minSize === undefined ? undefined : gte(cascades.size, filter.minSize),
    filter.seeded === undefined ? undefined : eq(cascades.seeded, filter.seeded),
    filter.span === undefined
      ? undefined
      : and(gte(cascades.startedAt, filter.span.from), lt(cascades.startedAt, filter.span.to)),
    ...(filter.filters ?? []).map(conditionOf),
  );
  const all = db.select({ n: count() }).from(cascades).where(inCampaign).get()?.n ?? 0;
  const total = db.select({ n: count() }).from(cascades).where(matching).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const page = Math.min(filter.page, pages);
  const key = SORT_KEYS[filter.sort];
  const rows = db
    .select()
    .from(cascades)
    .where(matching)
    .orderBy(sql`${key} IS NULL`, filter.order === "asc" ? asc(key) : desc(key), asc(cascades.root))
    .limit(PAGE_ROWS)
    .offset((page - 1) * PAGE_ROWS)
    .all();
  const channels = db
    .selectDistinct({ channel: cascades.channel })
    .from(cascades)
    .where(inCampaign)
    .orderBy(asc(cascades.channel))
    .all()
    .map(({ channel }) => channel);
  return { rows, total, all, page, pages, channels };
}

function expectCampaign(scope: Scope<"campaigns.read">, campaignId: number): void {
  const campaign = databaseOf(scope)
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, campaignId)))
    .get();
  if (campaign === undefined) throw new NotFoundError("campaign");
}

function conditionOf({ dimension, isNot, values }: Filter): SQL | undefined {
  const columns = { channel: cascades.channel, seedKind: cascades.seedKind, variant: cascades.variant };
  const column = columns[dimension as keyof typeof columns];
  if (column === undefined) return undefined;
  return isNot ? or(isNull(column), notInArray(column, [...values])) : inArray(column, [...values]);
}
