import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** Keys of an exported link from parent to child, beside its ends; stable, in English, in the order of the columns. */
export const LINK_KEYS = {
  channel: "string",
  lag_seconds: "double",
  evidence: "string",
} as const;
export type LinkKey = keyof typeof LINK_KEYS;

/** The link that ends at a share, as it is exported; null where nothing is known. The lag is at least 0. */
export function linkRecord(
  shares: CascadeShares,
  share: number,
): Readonly<Record<LinkKey, string | number | null>> {
  const above = shares.parent[share] ?? 0;
  return {
    channel: shares.channels[shares.channel[share] ?? 0] ?? "",
    lag_seconds: Math.max(0, (shares.at[share] ?? 0) - (shares.at[above] ?? 0)) / 1000,
    evidence: shares.evidence[share] ?? null,
  };
}
