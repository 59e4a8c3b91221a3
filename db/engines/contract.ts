import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import type { EventStore } from "./event-store.ts";
import { logs, share } from "./testing/drawn-logs.ts";

/** An engine under test: a fresh store with campaign 1 in workspaces 1 and 2, and imports 1 to 3 in the first. */
export interface EngineUnderTest {
  readonly store: EventStore;
  /** Forgets all events. */
  clear(): void;
  close(): void;
}

const OURS = { workspaceId: 1, campaignId: 1 };
const THEIRS = { workspaceId: 2, campaignId: 1 };
const DELIVERY = { source: "event-log", importId: null, receivedAt: 0, online: false };

/** What every storage engine must do. Called by each engine's own test file. */
export function testEventStore(name: string, open: () => EngineUnderTest): void {
  let engine: EngineUnderTest;
  beforeEach(() => {
    engine = open();
  });
  afterEach(() => engine.close());

  const append = (events: readonly CampaignEvent[], key = OURS) => engine.store.append(key, events, DELIVERY);
  const digestOf = (events: readonly CampaignEvent[]) => {
    engine.clear();
    append(events);
    return engine.store.digest(OURS);
  };

  describe(`${name} as an event store`, () => {
    it("derives the same from any order, batching and repetition, and from a rebuild", () => {
      const orders = logs.chain((log) =>
        fc.record({
          log: fc.constant(log),
          shuffled: fc.shuffledSubarray([...log, ...log], { minLength: 2 * log.length }),
          size: fc.integer({ min: 1, max: 4 }),
        }),
      );
      const property = fc.property(orders, ({ log, shuffled, size }) => {
        const once = digestOf(log);
        engine.clear();
        for (let i = 0; i < shuffled.length; i += size) append(shuffled.slice(i, i + size));
        expect(engine.store.digest(OURS)).toBe(once);
        engine.store.rebuild(OURS);
        expect(engine.store.digest(OURS)).toBe(once);
      });
      fc.assert(property, { numRuns: 120, seed: 11 });
    });

    it.each([
      ["v1", "v2"],
      ["\uff5e", "\u{1f600}"],
    ])(
      "lets the smaller id, by code point, decide between two touches of one instant: %s, %s",
      (first, second) => {
        const visit = (id: string, via: string, occurredAt: number): CampaignEvent => ({
          ...BLANK_EVENT,
          ...{ id, kind: "visit", person: "maya", via, occurredAt },
        });
        const known = [
          share("a", null, 0, { seedKind: "paid" }),
          share("b", null, 0, { seedKind: "paid" }),
          share("m", null, 9, { person: "maya" }),
        ];
        const early = visit(first, "a", 5);
        const tied = visit(second, "b", 5);
        // As if it had been a moment later: nothing that is derived tells the instants of these two apart.
        const expected = digestOf([...known, early, visit(second, "b", 6)]);
        for (const batches of [[[early, tied]], [[tied, early]], [[early], [tied]], [[tied], [early]]]) {
          engine.clear();
          for (const batch of [known, ...batches]) append(batch);
          expect(engine.store.digest(OURS)).toBe(expected);
        }
      },
    );

    it("counts each event of a batch as accepted or as a duplicate, by id and by a share's code", () => {
      expect(append([share("a", null, 0), share("b", "a", 1), share("a", null, 0)])).toEqual({
        accepted: 2,
        duplicate: 1,
        repeated: [2],
        conflicts: 0,
        refused: [],
      });
      const digest = engine.store.digest(OURS);
      expect(append([share("b", "a", 1, { id: "other" })])).toMatchObject({ accepted: 0, repeated: [0] });
      expect(engine.store.digest(OURS)).toBe(digest);
      // Another share, whatever the producer's id: files count their rows from 1, each of them.
      expect(append([share("c", "a", 1, { id: "b" })])).toMatchObject({ accepted: 1, repeated: [] });
      expect(append([share("d", "a", 2, { id: "own" }), share("d", "a", 2)])).toEqual({
        accepted: 1,
        duplicate: 1,
        repeated: [1],
        conflicts: 0,
        refused: [],
      });
      expect(append([share("d", "a", 2)])).toEqual({
        accepted: 0,
        duplicate: 1,
        repeated: [0],
        conflicts: 0,
        refused: [],
      });
    });

    it("takes a missing parent from a repetition, once", () => {
      const seeds = [
        share("a", null, 0, { seedKind: "import" }),
        share("b", null, 5, { seedKind: "import" }),
      ];
      append(seeds);
      expect(append([share("b", "a", 5, { arrives: true }), share("c", "b", 7)])).toEqual({
        accepted: 1,
        duplicate: 1,
        repeated: [0],
        conflicts: 1,
        refused: [],
      });
      append([share("b", "c", 5)]);
      const healed = engine.store.digest(OURS);
      const [seed] = seeds.slice(0, 1);
      expect(
        digestOf([share("b", "a", 5, { arrives: true }), share("c", "b", 7), ...(seed ? [seed] : [])]),
      ).toBe(healed);
    });

    it("keeps campaigns apart that use the same codes", () => {
      append([share("a", null, 0), share("b", "a", 1)]);
      const ours = engine.store.digest(OURS);
      const nothing = engine.store.digest(THEIRS);
      expect(append([share("b", "a", 1)], THEIRS)).toEqual({
        accepted: 1,
        duplicate: 0,
        repeated: [],
        conflicts: 0,
        refused: [],
      });
      expect(engine.store.digest(THEIRS)).not.toBe(nothing);
      expect(engine.store.digest(OURS)).toBe(ours);
    });
  });
}
