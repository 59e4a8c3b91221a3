import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { type Filter, SHARE_DIMENSIONS } from "#lib/query/query.ts";

/** Facts of the share that an event `j` of the journal is about, and of the root of its cascade. */
export const SHARE_JOIN = `
  LEFT JOIN shares AS s INDEXED BY shares_code ON s.workspace_id = j.workspace_id
    AND s.campaign_id = j.campaign_id AND s.code = CASE WHEN j.kind IN ('share', 'delivery') THEN j.code ELSE j.via END
  LEFT JOIN cascades AS c ON c.workspace_id = s.workspace_id AND c.campaign_id = s.campaign_id AND c.root = s.root`;

const COLUMNS = {
  channel: "s.channel",
  mode: "s.mode",
  generation: "CAST(min(s.depth, 3) AS TEXT)",
  evidence: "s.evidence",
  seedKind: "c.seed_kind",
  variant: "c.variant",
  integrity: `CASE WHEN s.code IS NULL THEN '' WHEN s.code IN (SELECT value FROM json_each(?)) THEN 'suspect'
    WHEN s.code IN (SELECT value FROM json_each(?)) THEN 'below' ELSE 'sound' END`,
} as const;

/** Filters as SQL over the journal named `j`, which must have its columns of workspace and campaign at hand. */
export interface FilterSql {
  /** Joins that the conditions need; "" without filters. */
  readonly join: string;
  /** Conditions, each begun by AND; "" without filters. */
  readonly where: string;
  /** What the conditions ask for, in their order. */
  readonly values: readonly string[];
}

/**
 * Writes filters as SQL. Their values are bound; their dimensions are known ones.
 * @param marked shares that are not sound, which a filter by integrity needs
 */
export function filterSql(filters: readonly Filter[], marked: MarkedCodes | null): FilterSql {
  const conditions = filters.map((filter) => conditionOf(filter, marked));
  return {
    join: filters.length === 0 ? "" : SHARE_JOIN,
    where: conditions.map(({ sql }) => ` AND ${sql}`).join(""),
    values: conditions.flatMap(({ values }) => values),
  };
}

function conditionOf(
  { dimension, isNot, values }: Filter,
  marked: MarkedCodes | null,
): { sql: string; values: readonly string[] } {
  const shareDimension = SHARE_DIMENSIONS.find((known) => known === dimension);
  const column =
    shareDimension === undefined ? `json_extract(j.attributes, '$.${dimension}')` : COLUMNS[shareDimension];
  const list = values.map(() => "?").join(", ");
  // What is unknown passes a filter that excludes.
  return {
    sql: `coalesce(${column}, '') ${isNot ? "NOT " : ""}IN (${list})`,
    values: [...marksOf(dimension, marked), ...values],
  };
}

function marksOf(dimension: Filter["dimension"], marked: MarkedCodes | null): string[] {
  if (dimension !== "integrity") return [];
  const { suspect, below } = marksGiven(marked);
  return [JSON.stringify(suspect), JSON.stringify(below)];
}

/**
 * What filters by integrity let through, for who asks again and again and would bind the same long lists each time.
 * The test is given the code of the share that an event is about, null when there is no such share.
 * @param filters by integrity alone
 */
export function integrityFilter(
  filters: readonly Filter[],
  marked: MarkedCodes | null,
): (share: string | null) => boolean {
  if (filters.length === 0) return () => true;
  const suspect = new Set(marksGiven(marked).suspect);
  const below = new Set(marksGiven(marked).below);
  const integrityOf = (share: string) =>
    suspect.has(share) ? "suspect" : below.has(share) ? "below" : "sound";
  return (share) => {
    const integrity = share === null ? "" : integrityOf(share);
    return filters.every(({ isNot, values }) => values.includes(integrity) !== isNot);
  };
}

function marksGiven(marked: MarkedCodes | null): MarkedCodes {
  // Nobody may be told that all is sound because it was not looked up.
  if (marked === null) throw new Error("a filter by integrity needs the marked codes");
  return marked;
}
