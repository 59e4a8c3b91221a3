import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { flagsOf } from "#lib/explorer/flags-of.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** Keys of an exported share; stable, in English, in the order of the columns. */
export const SHARE_KEYS = {
  code: "string",
  parent: "string",
  person: "string",
  channel: "string",
  country: "string",
  mode: "string",
  at: "string",
  generation: "integer",
  lag_seconds: "double",
  children: "integer",
  descendants: "integer",
  evidence: "string",
  flags: "string",
} as const;
export type ShareKey = keyof typeof SHARE_KEYS;

/** One share as it is exported; null where nothing is known. Times are written in `zone`. */
export function shareRecord(
  shares: CascadeShares,
  share: number,
  zone: string,
): Readonly<Record<ShareKey, string | number | null>> {
  const [start = 0] = shares.at;
  const at = shares.at[share] ?? start;
  return {
    code: shares.code[share] ?? "",
    parent: shares.code[shares.parent[share] ?? -1] ?? null,
    person: shares.person[share] ?? "",
    channel: shares.channels[shares.channel[share] ?? 0] ?? "",
    country: shares.countries[shares.country[share] ?? -1] ?? null,
    mode: shares.mode[share] ?? null,
    at: isoInZone(at, zone),
    generation: shares.depth[share] ?? 0,
    lag_seconds: Math.max(0, at - start) / 1000,
    children: shares.children[share] ?? 0,
    descendants: shares.descendants[share] ?? 0,
    evidence: shares.evidence[share] ?? null,
    flags: flagsOf(shares.faults[share] ?? 0).join(" ") || null,
  };
}
