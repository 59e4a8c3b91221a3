import { ATTRIBUTES, type Attribute } from "#lib/domain/event.ts";

/** Fields of an event that a column of a file can fill. */
export const EVENT_FIELDS = [
  "id",
  "kind",
  "person",
  "via",
  "code",
  "channel",
  "mode",
  "seedKind",
  "variant",
  "occurredAt",
  "clock",
  "value",
  "currency",
  "role",
  "score",
  ...ATTRIBUTES,
  "arrives",
  "verified",
  "label",
] as const satisfies readonly (string | Attribute)[];
export type EventField = (typeof EVENT_FIELDS)[number];

/**
 * Which column fills which field; a field left out is empty in every event. `=word` fills it with a word in every
 * row, and `=` leaves it empty on purpose.
 */
export type ColumnMapping = Readonly<Partial<Record<EventField, string>>>;

/** Headers that need no mapping: the documented name first, then that of a share log, then others in use. */
export const COLUMN_NAMES: Readonly<Record<EventField, readonly string[]>> = {
  id: ["id", "event_id", "eventid"],
  kind: ["kind", "event", "event_kind", "type", "event_type"],
  person: ["person", "actor_id", "person_id", "user_id", "author_id", "uid", "actor", "user", "author"],
  via: [
    "via",
    "parent_share_id",
    "parent",
    "parent_id",
    "parent_code",
    "referrer_code",
    "in_reply_to",
    "pid",
  ],
  code: ["code", "share_id", "share", "share_code", "post_id", "tweet_id", "message_id", "mid"],
  channel: ["channel", "network", "platform", "medium"],
  mode: ["mode"],
  seedKind: ["seed_kind", "seedkind"],
  variant: ["variant", "ab_variant"],
  occurredAt: ["occurred_at", "time", "timestamp", "at", "date", "datetime", "created_at", "t", "occurredat"],
  clock: ["clock", "time_of_day"],
  value: ["value", "amount", "revenue"],
  currency: ["currency"],
  role: ["role"],
  score: ["score", "rating"],
  country: ["country"],
  region: ["region", "province", "state"],
  city: ["city"],
  ageBand: ["age_band", "ageband", "age"],
  occupation: ["occupation"],
  interests: ["interests"],
  device: ["device"],
  arrives: ["arrives"],
  verified: ["verified"],
  label: ["label"],
};

/** The word that fills a field in every row; null where a column does. */
export function constantOf(column: string): string | null {
  return column.startsWith("=") ? column.slice(1) : null;
}

/** A mapping with what a person chose in place of what was guessed; a field chosen to be "" is filled by none. */
export function mergeMapping(guessed: ColumnMapping, chosen: ColumnMapping): ColumnMapping {
  const merged = Object.entries({ ...guessed, ...chosen }).filter(([, column]) => column !== "");
  return Object.fromEntries(merged);
}

/** What events say in files of ours alone; elsewhere a column of such a name is something else. */
export const EXPORTED_FIELDS = ["arrives", "verified", "label"] as const satisfies readonly EventField[];
