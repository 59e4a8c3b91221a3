import type { Attribute, Mode, SeedKind } from "#lib/domain/event.ts";

/** One option of a mix. Weights are relative; they need not add up to 1. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly weight: number;
  /** Factor on the mean offspring of shares with this value; 1 when left out. */
  readonly lift?: number;
}

/** A channel and where its people go next: loyalty is the chance that they share by the channel they came by. */
export interface ChannelChoice extends Choice<string> {
  readonly loyalty: number;
}

/** Time from a share to a share that it causes; milliseconds, conditioned to be at most the horizon. */
export type GenerationInterval =
  | { readonly kind: "lomax"; readonly theta: number; readonly scale: number; readonly horizon: number }
  | { readonly kind: "exponential"; readonly mean: number; readonly horizon: number };

/** Seeds are handed out evenly over `duration`, beginning `offset` after the start; both in milliseconds. */
export interface LaunchWave {
  readonly offset: number;
  readonly duration: number;
  readonly weight: number;
}

export interface SeedPlan {
  readonly count: number;
  readonly kinds: readonly Choice<SeedKind>[];
  readonly waves: readonly LaunchWave[];
  /** A/B variants, inherited by the whole cascade; empty for a campaign without a test. */
  readonly variants: readonly Choice<string>[];
}

/** What those do who follow a link. Rates are probabilities per visitor unless stated. */
export interface VisitorPlan {
  /** Visitors who share in turn. Mean visits per share are therefore `k / shareRate`, or `k0 / shareRate`. */
  readonly shareRate: number;
  /** Chance that a share, other than the first child of its parent, is a further one by an earlier sibling. */
  readonly returnRate: number;
  /** Further visits, per visitor, by people whom another share had brought before. */
  readonly assistRate: number;
  readonly viewRate: number;
  readonly conversionRate: number;
  /** Mean milliseconds from visit to conversion (exponential). */
  readonly conversionDelay: number;
  /** Log-normal value of a conversion. */
  readonly value: { readonly median: number; readonly sigma: number; readonly currency: string };
}

/** One-press answers on worth: scores 1 to 5, normal about the mean with standard deviation 1, rounded. */
export interface RatingPlan {
  /** Chance per share, and mean score. */
  readonly sender: { readonly rate: number; readonly mean: number };
  /** Chance per visitor, and mean score. */
  readonly receiver: { readonly rate: number; readonly mean: number };
}

/** When people are awake: 24 relative weights by local hour, local time being UTC plus `utcOffset` milliseconds. */
export interface ActivityPlan {
  readonly hours: readonly number[];
  readonly utcOffset: number;
}

/** Dirt in the data, per share. */
export interface FaultPlan {
  /** Non-seed shares whose stated parent is unknown. */
  readonly orphanRate: number;
  /** Shares whose link a machine opens several times within seconds. */
  readonly botRate: number;
}

/** Everything that decides how a simulated campaign spreads. Times are UTC milliseconds. */
export interface CampaignPlan {
  readonly startAt: number;
  /** Nothing later than this is produced. */
  readonly endAt: number;
  readonly seeds: SeedPlan;
  /** Mean offspring of a seed: Poisson about a log-normal mean. */
  readonly k0: number;
  /** Standard deviation of the logarithm of a seed's mean offspring. */
  readonly seedSpread: number;
  /** Mean offspring of a non-seed share without lifts: negative binomial. */
  readonly k: number;
  /** Negative-binomial size: variance `k + k^2 / dispersion`. */
  readonly dispersion: number;
  readonly interval: GenerationInterval;
  readonly channels: readonly ChannelChoice[];
  readonly modes: readonly Choice<Mode>[];
  readonly attributes: Readonly<Partial<Record<Attribute, readonly Choice<string>[]>>>;
  /** Chance that an attribute of a person is known. */
  readonly disclosure: number;
  /** Chance that a known attribute equals that of the person who brought them. */
  readonly resemblance: number;
  readonly visitors: VisitorPlan;
  readonly ratings: RatingPlan;
  /** Null: the same at every hour. */
  readonly activity: ActivityPlan | null;
  /**
   * Shares that the market can bear; a share that would be the n-th happens with probability `1 - n / maxShares`.
   * Null: unbounded, so keep `k` below 1.
   */
  readonly maxShares: number | null;
  readonly faults: FaultPlan;
}
