import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventField } from "#lib/sources/column-mapping.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import { repostLog } from "#lib/sources/repost-log.ts";
import oracle from "../oracles/duplicate-records.json" with { type: "json" };

const START = Date.UTC(2024, 0, 1);
const SECOND = 1000;

/** A record as the oracle has it: `at` in seconds. */
interface OracleRecord {
  readonly id: string;
  readonly parent: string | null;
  readonly at: number;
  readonly person: string;
  readonly channel: string;
}

type Kept = Readonly<Record<string, Omit<OracleRecord, "id">>>;

/** What is known of a share in the end. */
export interface KeptShare {
  readonly code: string;
  readonly parent: string | null;
  readonly person: string;
  readonly channel: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** The cases of the oracle: records as a log has them, their events, and what is kept of them. */
export const DUPLICATE_CASES = oracle.cases.map(({ name, input, expected }) => {
  const { kept, duplicates }: { kept: Kept; duplicates: number } = expected;
  const records: readonly OracleRecord[] = input.records;
  return {
    name,
    records,
    events: records.map(eventOf),
    duplicates,
    kept: Object.entries(kept)
      .map(([code, { at, ...rest }]) => ({ ...rest, code, at: START + at * SECOND }))
      .sort(byCode),
  };
});

export function byCode(a: Pick<KeptShare, "code">, b: Pick<KeptShare, "code">): number {
  return a.code < b.code ? -1 : 1;
}

/** The fields of a record in a log of reposts. */
export function fieldsOf({ id, parent, at, person, channel }: OracleRecord) {
  const occurredAt = new Date(START + at * SECOND).toISOString();
  return { code: id, via: parent ?? "", person, channel, occurredAt };
}

function eventOf(record: OracleRecord): CampaignEvent {
  const fields: Partial<Record<EventField, string>> = fieldsOf(record);
  const context = { zone: null, currency: null, now: START + 1000 * SECOND };
  const event = eventFromFields(repostLog, (field) => fields[field] ?? "", context);
  if ("reason" in event) throw new Error(`${record.id}: ${event.reason}`);
  return event;
}
