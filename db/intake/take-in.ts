import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { EVENT_READS } from "#db/engines/registry.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import type { FoldRoom } from "#lib/cascade/forest-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { IntakeResult, IntakeSource } from "#lib/domain/intake.ts";
import { countAcknowledged } from "./count-acknowledged.ts";
import { countIntake } from "./count-intake.ts";
import type { Intake } from "./intake.ts";
import { PAGE_PREFIX } from "./judge-page-event.ts";
import { type FaultyItem, quarantineItems } from "./quarantine-items.ts";
import { rawOf } from "./raw-of.ts";

/** All that one source brings into one campaign at a time, from however many requests. */
interface Lot {
  readonly key: CampaignKey;
  readonly source: IntakeSource;
  receivedAt: number;
  readonly events: CampaignEvent[];
  /** Where the result of each event belongs. */
  readonly places: { results: IntakeResult[]; index: number }[];
  readonly faulty: FaultyItem[];
  readonly settled: IntakeResult[];
}

/**
 * Brings requests in, durably and all of them or none: events into the journal and the forest, what is faulty into
 * quarantine, and every count of what became of them. @returns the results of each request, in its order
 */
export function takeIn(db: IntisharDatabase, intakes: readonly Intake[]): IntakeResult[][] {
  const answers = intakes.map(({ items }) => new Array<IntakeResult>(items.length));
  const lots = sortIntoLots(intakes, answers);
  const received = intakes.reduce((sum, { items }) => sum + items.length, 0);
  inTransaction(db.$client, () => {
    const room = roomFor(received);
    for (const lot of lots) {
      const { key, source, receivedAt } = lot;
      const tooDeep = appendLot(db, lot, room);
      quarantineItems(db, key, source, receivedAt, [...lot.faulty, ...tooDeep]);
      const results = [...lot.places.map(({ results, index }) => results[index]), ...lot.settled];
      countIntake(db, key, source, receivedAt, results);
    }
    countAcknowledged(db, received);
  });
  return answers;
}

function sortIntoLots(intakes: readonly Intake[], answers: readonly IntakeResult[][]): Lot[] {
  const lots = new Map<string, Lot>();
  intakes.forEach(({ scope, source, receivedAt, items }, request) => {
    const key = { workspaceId: scope.workspaceId, campaignId: scope.collection.campaignId };
    const name = `${key.workspaceId} ${key.campaignId} ${source}`;
    let lot = lots.get(name);
    if (lot === undefined) {
      lot = { key, source, receivedAt, events: [], places: [], faulty: [], settled: [] };
      lots.set(name, lot);
    }
    lot.receivedAt = Math.max(lot.receivedAt, receivedAt);
    const results = answers[request] ?? [];
    for (const [index, item] of items.entries()) {
      if ("event" in item) {
        lot.events.push(item.event);
        lot.places.push({ results, index });
        continue;
      }
      const result: IntakeResult =
        "fault" in item
          ? { outcome: "quarantined", ...item.fault }
          : { outcome: "refused", id: item.id, field: item.field, reason: item.refusal };
      if ("fault" in item) lot.faulty.push(item);
      lot.settled.push(result);
      results[index] = result;
    }
  });
  return [...lots.values()];
}

/** Stored shares that a commit may read and move: for all of it, and for each event; see `Delivery.room`. */
const ROOM = 500;
const ROOM_OF_EVENT = 16;

/** Room for so many events that come as they happen. */
export function roomFor(events: number): FoldRoom {
  return { left: ROOM + ROOM_OF_EVENT * events };
}

/** Whether what a source reports may be anybody's word. */
export function isFromPage(source: string): boolean {
  return source !== "server" && source !== "team";
}

/** Fields that a refusal by the store is about. */
const FIELDS = { loop: "via", "code-taken": "code" } as const;

/** @returns events for quarantine */
function appendLot(
  db: IntisharDatabase,
  { key, source, receivedAt, events, places }: Lot,
  room: FoldRoom,
): FaultyItem[] {
  if (events.length === 0) return [];
  const tooDeep: FaultyItem[] = [];
  const delivery = { source, importId: null, receivedAt, online: true, room, fromPage: isFromPage(source) };
  const receipt = eventStoreOf(db).append(key, events, delivery);
  const repeated = new Set(receipt.repeated);
  const refused = new Map(receipt.refused.map(({ index, reason }) => [index, reason]));
  events.forEach((event, at) => {
    const { id } = event;
    const place = places[at];
    if (place === undefined) return;
    const reason = refused.get(at);
    if (reason === "too-deep") {
      const fault = { field: "via", reason };
      const raw = rawOf({ ...event, id: id.replace(PAGE_PREFIX, "") });
      tooDeep.push({ fault, raw, label: event.label });
      place.results[place.index] = { outcome: "quarantined", id, ...fault };
    } else if (reason !== undefined)
      place.results[place.index] = { outcome: "refused", id, field: FIELDS[reason], reason };
    else if (!repeated.has(at)) place.results[place.index] = { outcome: "accepted", id };
    else {
      const isSame = EVENT_READS.journal.isSameEvent(db, key, event);
      const conflict = isSame ? {} : ({ reason: "conflict" } as const);
      place.results[place.index] = { outcome: "duplicate", id, ...conflict };
    }
  });
  return tooDeep;
}
