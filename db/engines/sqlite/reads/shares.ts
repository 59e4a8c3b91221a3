import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { LinkCounts } from "#lib/cascade/count-links.ts";
import { CYCLE, ORPHAN } from "#lib/cascade/forest.ts";
import type { ForestShare, ShareRow } from "#lib/cascade/share-row.ts";
import { ChannelNames } from "../channel-names.ts";
import { type ColumnQuery, readColumns } from "../read-columns.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";

const FOREST: ColumnQuery<ForestShare> = {
  columns: {
    ...{ code: "code", via: "via", evidence: "evidence", person: "person", channel: "channel", mode: "mode" },
    ...{ seedKind: "seed_kind", variant: "variant", at: "at" },
  },
  from: `FROM shares INDEXED BY shares_code WHERE ${CAMPAIGN} AND at <= ?`,
  key: "code",
};

const NAMED: ColumnQuery<Pick<ForestShare, "code" | "person" | "at">> = {
  columns: { code: "code", person: "person", at: "at" },
  from: `FROM shares INDEXED BY shares_code WHERE ${CAMPAIGN}`,
  key: "code",
};

// In the canonical order of lib/cascade/forest.ts: the fold has found every place already.
const PLACED = `
  SELECT s.rowid AS id, p.rowid AS above, s.depth, s.faults, s.at,
    CASE WHEN s.depth = 0 THEN s.person END AS seeder FROM shares AS s
  JOIN cascades AS c ON c.workspace_id = s.workspace_id AND c.campaign_id = s.campaign_id AND c.root = s.root
  LEFT JOIN shares AS p ON p.workspace_id = s.workspace_id AND p.campaign_id = s.campaign_id AND p.code = s.parent
  WHERE s.workspace_id = ? AND s.campaign_id = ?
  ORDER BY c.started_at, s.root, s.depth, s.at, s.code`;

const OF_CASCADE = `
  SELECT code, parent, person, channel, country, mode, at, depth, children, descendants, faults, evidence
  FROM shares INDEXED BY shares_root WHERE ${CAMPAIGN} AND root = ?
  ORDER BY depth, at, code`;

const LINKS_OF_CASCADE = `
  SELECT code, via, evidence, person, channel, mode, seed_kind AS seedKind, variant, at FROM shares
  WHERE ${CAMPAIGN} AND root = ?`;

// Children of seeds are none of K.
const LINKS = `
  SELECT count(*) AS shares, count(parent) AS linked, coalesce(sum(faults & ${ORPHAN}), 0) AS orphans,
    coalesce(sum(CASE WHEN depth > 0 OR faults & ${ORPHAN | CYCLE} THEN children END), 0) AS children
  FROM shares WHERE ${CAMPAIGN}`;

const FAULTS = `
  SELECT coalesce(sum(faults & ${ORPHAN}), 0) AS orphans,
    coalesce(sum(evidence = 'unverified'), 0) AS unverified
  FROM shares WHERE ${CAMPAIGN}`;

// Two shares of one person, one hung on the other.
const SELF = `
  SELECT count(*) FROM shares s JOIN shares p
    ON p.workspace_id = s.workspace_id AND p.campaign_id = s.campaign_id AND p.root = s.root
      AND p.person = s.person AND p.code = s.parent
  WHERE s.workspace_id = ? AND s.campaign_id = ?`;

const KNOWN = `SELECT 1 FROM shares WHERE ${CAMPAIGN} AND code = ?`;

/** A share's place in the forest: `id` and `above` are numbers that mean nothing else. */
interface PlacedShare {
  readonly id: number;
  /** Null for a root. */
  readonly above: number | null;
  readonly depth: number;
  readonly faults: number;
  readonly at: number;
  /** Whose share a root is; null below. */
  readonly seeder: string | null;
}

/** Every share up to an instant, by its code. */
export function readForestShares(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  asOf: number,
): ForestShare[] {
  const shares: ForestShare[] = [];
  const names = new ChannelNames(db, workspaceId);
  for (const page of readColumns(db.$client, FOREST, [workspaceId, campaignId, asOf]))
    page.code.forEach((code, i) => {
      shares.push({
        code,
        via: page.via[i] ?? null,
        evidence: page.evidence[i] ?? null,
        person: page.person[i] ?? "",
        channel: names.of(page.channel[i] ?? ""),
        mode: page.mode[i] ?? null,
        seedKind: page.seedKind[i] ?? null,
        variant: page.variant[i] ?? null,
        at: page.at[i] ?? 0,
      });
    });
  return shares;
}

/** What names each share: its code, its person, its time. Memory does not grow with their number. */
export function* listNamedShares(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): Generator<Pick<ForestShare, "code" | "person" | "at">> {
  for (const { code, person, at } of readColumns($client, NAMED, [workspaceId, campaignId]))
    for (let i = 0; i < code.length; i++)
      yield { code: code[i] ?? "", person: person[i] ?? "", at: at[i] ?? 0 };
}

/** Every share as it hangs now, cascade by cascade, parents first. */
export function readPlacedShares(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): PlacedShare[] {
  return prepare($client, PLACED).all(workspaceId, campaignId) as PlacedShare[];
}

/** The shares of a cascade, parents first. */
export function readSharesOfCascade(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  root: string,
): Omit<ShareRow, "root" | "via" | "seedKind" | "variant">[] {
  const rows = prepare(db.$client, OF_CASCADE).all(workspaceId, campaignId, root) as Omit<
    ShareRow,
    "root" | "via" | "seedKind" | "variant"
  >[];
  return new ChannelNames(db, workspaceId).in(rows);
}

/** The shares of a cascade, as a forest is joined from them. */
export function readForestSharesOfCascade(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  root: string,
): ForestShare[] {
  const rows = prepare(db.$client, LINKS_OF_CASCADE).all(workspaceId, campaignId, root) as ForestShare[];
  return new ChannelNames(db, workspaceId).in(rows);
}

/** How much is known of who brought whom, and how many children the shares have that are no seeds. */
export function countLinks(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): LinkCounts & { readonly children: number } {
  return prepare($client, LINKS).get(workspaceId, campaignId) as LinkCounts & { children: number };
}

export function countFaultyShares(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): { orphans: number; unverified: number } {
  return prepare($client, FAULTS).get(workspaceId, campaignId) as { orphans: number; unverified: number };
}

/** Shares that hang on another one of the same person's. */
export function countSelfReferrals(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): number {
  return prepare($client, SELF).pluck().get(workspaceId, campaignId) as number;
}

export function isKnownShare(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  code: string,
): boolean {
  return prepare($client, KNOWN).get(workspaceId, campaignId, code) !== undefined;
}
