import { compareText } from "./compare-text.ts";
import type { CampaignEvent } from "./event.ts";
import { mayBeSeed } from "./may-be-seed.ts";

/** Whether a record is one of a share, known by its code whatever the record's id; all others are known by their ids. */
export function isShareRecord({ kind, label }: Pick<CampaignEvent, "kind" | "label">): boolean {
  return kind === "share" && label === null;
}

/**
 * Orders the records of one event: the one before all others is kept (METRICS §0). What is set aside, or what nobody
 * vouches for, never takes the place of what is not; then the earliest comes first, then one that states a parent, the
 * smallest parent, person and channel. Whatever is left to tell two apart decides last, so that only copies are equal.
 * @returns below 0, 0 or above 0
 */
export function compareRecords(a: CampaignEvent, b: CampaignEvent): number {
  return (
    Number(a.label !== null) - Number(b.label !== null) ||
    Number(b.verified) - Number(a.verified) ||
    a.occurredAt - b.occurredAt ||
    Number(a.via === null) - Number(b.via === null) ||
    compareMissing(a.via, b.via) ||
    compareText(a.person, b.person) ||
    compareMissing(a.channel, b.channel) ||
    compareText(contentOf(a), contentOf(b))
  );
}

/** Whether two records of one name tell of two things: who did what, brought by whom, worth what. */
export function isConflict(a: CampaignEvent, b: CampaignEvent): boolean {
  return (
    a.kind !== b.kind || a.person !== b.person || a.via !== b.via || a.code !== b.code || a.value !== b.value
  );
}

/** An event as its records say it: the one that is kept, with the parent of another where it states none. */
export function withParentOf(kept: CampaignEvent, other: CampaignEvent | null): CampaignEvent {
  if (other === null) return kept;
  const { via, verified } = other;
  const seedKind = mayBeSeed(via) ? kept.seedKind : null;
  return { ...kept, via, verified, seedKind, arrives: kept.arrives || other.arrives };
}

/** All that a record says, as one text: copies have equal texts. */
export function contentOf({
  id,
  kind,
  person,
  via,
  arrives,
  code,
  channel,
  mode,
  ...event
}: CampaignEvent): string {
  const { seedKind, variant, occurredAt, value, currency, role, score, attributes, verified, label } = event;
  return JSON.stringify([
    ...[id, kind, person, via, arrives, code, channel, mode, seedKind, variant, occurredAt],
    ...[value, currency, role, score, attributes, verified, label],
  ]);
}

/** What is missing comes before any text. */
function compareMissing(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareText(a, b);
}
