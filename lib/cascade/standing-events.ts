import type { CampaignEvent } from "#lib/domain/event.ts";
import { compareRecords, isShareRecord, withParentOf } from "#lib/domain/event-record.ts";

interface Records {
  kept: CampaignEvent;
  /** The first that states a parent, where the kept one does not. */
  parent: CampaignEvent | null;
}

/**
 * The events that records stand for, each once, whatever the order of the records (METRICS §0).
 * @returns the events in the order of their first records, and how many records there are beyond one for each
 */
export function standingEvents(records: readonly CampaignEvent[]): {
  readonly events: CampaignEvent[];
  readonly duplicates: number;
} {
  const shares = new Map<string, Records>();
  const others = new Map<string, Records>();
  const all: Records[] = [];
  for (const record of records) {
    const [known, name] = isShareRecord(record) ? [shares, record.code ?? ""] : [others, record.id];
    const found = known.get(name);
    if (found === undefined) {
      const fresh = { kept: record, parent: null };
      known.set(name, fresh);
      all.push(fresh);
    } else addRecord(found, record);
  }
  const events = all.map(({ kept, parent }) => withParentOf(kept, parent));
  return { events, duplicates: records.length - events.length };
}

function addRecord(records: Records, record: CampaignEvent): void {
  const { kept } = records;
  const isFirst = compareRecords(record, kept) < 0;
  const other = isFirst ? kept : record;
  if (isFirst) records.kept = record;
  if (!isShareRecord(record) || records.kept.via !== null) records.parent = null;
  else if (other.via !== null && (records.parent === null || compareRecords(other, records.parent) < 0))
    records.parent = other;
}
