/** What an event records. */
export const EVENT_KINDS = ["visit", "share", "delivery", "conversion", "view", "rating"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Passive: the product carries the message by being used. Active: the person sets out to win others. */
export const MODES = ["active", "passive"] as const;
export type Mode = (typeof MODES)[number];

/** How a seed came about: handed out for nothing, bought, or brought in from a log. */
export const SEED_KINDS = ["organic", "paid", "import"] as const;
export type SeedKind = (typeof SEED_KINDS)[number];

/** Whose answer a rating is. */
export const RATING_ROLES = ["sender", "receiver"] as const;
export type RatingRole = (typeof RATING_ROLES)[number];

/** Why an event is kept and counted, but apart from what people did. */
export const EVENT_LABELS = ["bot", "preview", "prefetch", "self"] as const;
export type EventLabel = (typeof EVENT_LABELS)[number];

/** On a visit that may be the sharer's own: it is counted with what people did, and told how often that is so. */
export const DOUBTFUL = "doubtful";
export type EventMark = EventLabel | typeof DOUBTFUL;

/** Whether an event is counted apart from what people did. */
export function isSetApart(mark: EventMark | null): mark is EventLabel {
  return mark !== null && mark !== DOUBTFUL;
}

/** What an hour's count is of: events of a kind, those that a label sets apart, or the doubtful among the visits. */
export type CountedKind = EventKind | EventMark;

/** Volunteered or campaign-level facts that an event may carry. */
export const ATTRIBUTES = [
  "country",
  "region",
  "city",
  "ageBand",
  "occupation",
  "interests",
  "device",
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/**
 * One thing that happened in a campaign, valid and typed. Produced only by the parsers at the edge (files and
 * the collector); nothing behind them checks its fields again. A delivery says that an app or a share sheet
 * took a share over: its `code` is that share's.
 */
export interface CampaignEvent {
  /** The producer's own id; sending it again changes nothing. Unique within a campaign. */
  readonly id: string;
  readonly kind: EventKind;
  /** Pseudonym of who did it. */
  readonly person: string;
  /** Code of the share that brought the person, if any. */
  readonly via: string | null;
  /** A share that stands for the visit before it too, as every row of a plain repost log does. */
  readonly arrives: boolean;
  /** Code that this share hands out, or that was delivered; null for every other kind. */
  readonly code: string | null;
  readonly channel: string | null;
  readonly mode: Mode | null;
  readonly seedKind: SeedKind | null;
  /** A/B variant of the seed. */
  readonly variant: string | null;
  /** UTC milliseconds. */
  readonly occurredAt: number;
  readonly value: number | null;
  readonly currency: string | null;
  readonly role: RatingRole | null;
  readonly score: number | null;
  readonly attributes: Readonly<Partial<Record<Attribute, string>>> | null;
  /** False when a browser sent it with a code that does not carry our signature. */
  readonly verified: boolean;
  readonly label: EventMark | null;
}
