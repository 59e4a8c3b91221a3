import { ATTRIBUTES } from "#lib/domain/event.ts";
import type { QueryGrain } from "#lib/time/grain.ts";

/** Stretches of time that have a name; all but `yesterday` and `last-month` reach up to now, today included. */
export const PRESETS = [
  "launch",
  "today",
  "yesterday",
  "24h",
  "7d",
  "28d",
  "90d",
  "week",
  "month",
  "last-month",
  "year",
] as const;
export type Preset = (typeof PRESETS)[number];

/** A stretch of time by its name, or by its first and last day (YYYY-MM-DD in the zone, both included). */
export type Period = { readonly preset: Preset } | { readonly from: string; readonly to: string };

/** Stretches to compare with that follow from the period. */
export const SHIFTS = ["previous", "weekday", "year"] as const;
export type Shift = (typeof SHIFTS)[number];

/** What a period is compared with: an earlier one of the same campaign, or another campaign. */
export type Comparison =
  | { readonly kind: Shift }
  /** As long a stretch from a day on. */
  | { readonly kind: "day"; readonly from: string }
  | { readonly kind: "campaign"; readonly campaignId: number };

/** Facts of a share that can be asked for; of a visit or a conversion, those of the share that brought it. */
export const SHARE_DIMENSIONS = [
  "channel",
  "mode",
  "generation",
  "evidence",
  "seedKind",
  "variant",
  "integrity",
] as const;
export type ShareDimension = (typeof SHARE_DIMENSIONS)[number];

/** What fixed rules make of a share: sound, suspect, or only below one that is. */
export const INTEGRITIES = ["sound", "suspect", "below"] as const;

/** Generations from here on are one choice. */
export const LATER_GENERATIONS = 3;
/** In the place of a generation: the tree of an orphan, whose depth nobody knows. */
export const UNKNOWN_GENERATION = "unknown";

/** Facts of the person, as far as the event states them. */
export const PERSON_DIMENSIONS = ATTRIBUTES;

export const DIMENSIONS = [...SHARE_DIMENSIONS, ...PERSON_DIMENSIONS] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Keeps what has one of the values in a dimension, or what has none of them. */
export interface Filter {
  readonly dimension: Dimension;
  readonly isNot: boolean;
  readonly values: readonly string[];
}

/** A question to a campaign: which time, in which steps and zone, against what, and what counts. */
export interface Query {
  readonly period: Period;
  /** Null: as fits the period. */
  readonly grain: QueryGrain | null;
  /** IANA name; null: the workspace's. */
  readonly zone: string | null;
  readonly comparison: Comparison | null;
  /** At most one of a dimension and sign; all of them must hold. */
  readonly filters: readonly Filter[];
}

export const INITIAL_QUERY: Query = {
  period: { preset: "launch" },
  grain: null,
  zone: null,
  comparison: null,
  filters: [],
};
