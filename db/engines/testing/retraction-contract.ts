import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import type { RetractionStep } from "#db/engines/event-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { logs, share } from "./drawn-logs.ts";

const OURS = { workspaceId: 1, campaignId: 1 };

/** Who brings an event: an import, or the collector. */
type Bringer = 1 | 2 | 3 | null;

interface Delivered {
  readonly by: Bringer;
  readonly event: CampaignEvent;
}

const bares = fc.boolean();
const bringers = fc.constantFrom<Bringer>(1, 1, 2, 3, null);
/** Logs of which each event is brought by one or two, in any order. */
const deliveries: fc.Arbitrary<Delivered[]> = logs
  .chain((log) =>
    fc.tuple(...log.map((event) => fc.tuple(fc.constant(event), bringers, fc.option(bringers)))),
  )
  .map((drawn) =>
    drawn.flatMap(([event, first, second]): Delivered[] =>
      second === null
        ? [{ event, by: first }]
        : [
            { event, by: first },
            { event, by: second },
          ],
    ),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

/** What every storage engine must do when an import is taken back. Called by each engine's own test file. */
export function testRetraction(name: string, open: () => EngineUnderTest): void {
  let engine: EngineUnderTest;
  beforeEach(() => {
    engine = open();
  });
  afterEach(() => engine.close());

  const append = (events: readonly CampaignEvent[], importId: Bringer = null) =>
    engine.store.append(OURS, events, { source: "event-log", importId, receivedAt: 0, online: false });
  const appendAll = (all: readonly Delivered[]) => {
    for (const { event, by } of all) append([event], by);
  };
  const digest = () => engine.store.digest(OURS);
  /** A clock by which every step takes far too long: so the steps become as small as they get. */
  const slowClock = () => {
    let now = 0;
    return () => {
      now += 1000;
      return now;
    };
  };
  const retract = (importId: number) => {
    const steps = [...engine.store.retract(OURS, importId, slowClock())];
    return steps.at(-1);
  };
  const digestOf = (events: readonly CampaignEvent[]) => {
    engine.clear();
    append(events);
    return digest();
  };
  const expectSound = () => {
    const before = digest();
    engine.store.rebuild(OURS);
    expect(digest()).toBe(before);
    return before;
  };

  const expectSoundAfter = ({ heldMs }: RetractionStep) => {
    if (heldMs > 0) expectSound();
  };

  describe(`${name} taking imports back`, () => {
    it("leaves what a log without them gives, in any order and of any overlap, sound after each step", () => {
      const undos = fc.shuffledSubarray([1, 2, 3] as const, { minLength: 1 });
      const property = fc.property(deliveries, undos, (all, undone) => {
        engine.clear();
        appendAll(all);
        for (const importId of undone)
          for (const step of engine.store.retract(OURS, importId, slowClock())) expectSoundAfter(step);
        const left = digest();
        const isLeft = ({ by }: Delivered) => by === null || !undone.some((importId) => importId === by);
        expect(left).toBe(digestOf(all.filter(isLeft).map(({ event }) => event)));
      });
      fc.assert(property, { numRuns: 100, seed: 3 });
    });

    it("is sound when repetitions say otherwise, and when events come between the steps", () => {
      const drawn = logs.chain((log) =>
        fc.record({
          known: fc.tuple(
            ...log.map((event) => fc.tuple(fc.constant(event), bringers, fc.option(bringers), bares)),
          ),
          later: fc.shuffledSubarray(log),
        }),
      );
      const property = fc.property(drawn, ({ known, later }) => {
        engine.clear();
        for (const [event, first, , isBare] of known)
          append([isBare ? { ...event, via: null, seedKind: event.arrives ? "paid" : null } : event], first);
        // Of another person, channel and time than the first record.
        const otherwise = { person: "p9", channel: "y", occurredAt: 7 };
        for (const [event, , second] of known)
          if (second !== null) append([{ ...event, ...otherwise, arrives: !event.arrives }], second);
        const late = later.map((event) => ({
          ...event,
          id: `late-${event.id}`,
          code: event.code && `l${event.code}`,
        }));
        for (const importId of [1, 2])
          for (const step of engine.store.retract(OURS, importId, slowClock())) {
            append(late.splice(0, 1));
            expectSoundAfter(step);
          }
      });
      fc.assert(property, { numRuns: 100, seed: 8 });
    });

    it("lets orphans stand where their parents were, and joins them again when those come back", () => {
      const first = [share("a", null, 0), share("c", "b", 2)];
      const second = [share("b", "a", 1), share("d", "c", 3)];
      append(first);
      const before = digest();
      append(second, 1);
      const both = digest();
      expect(retract(1)).toMatchObject({ done: 2, total: 2 });
      expect(digest()).toBe(before);
      append(second, 2);
      expect(digest()).toBe(both);
    });

    it("gives what several imports brought to the first that is left, and ends it with the last", () => {
      const log = [share("a", null, 0), share("b", "a", 1)];
      for (const importId of [2, 1, 3] as const) append(log, importId);
      const held = digest();
      for (const importId of [2, 1] as const) {
        retract(importId);
        expect(digest()).toBe(held);
      }
      retract(3);
      expect(digest()).toBe(digestOf([]));
    });

    it("keeps for good what came otherwise too", () => {
      append([share("a", null, 0), share("b", "a", 1)], 1);
      append([share("b", "a", 1)], 2);
      append([share("b", "a", 1)]);
      retract(1);
      retract(2);
      expect(digest()).toBe(digestOf([share("b", "a", 1)]));
    });

    it("keeps a parent that two imports brought until both are gone", () => {
      const bare = share("b", null, 5);
      const linked = share("b", "a", 5, { arrives: true });
      append([share("a", null, 0), bare]);
      append([linked], 1);
      append([linked], 2);
      const held = digest();
      retract(1);
      expect(digest()).toBe(held);
      retract(2);
      expect(digest()).toBe(digestOf([share("a", null, 0), bare]));
    });

    const visit = (id: string, at: number): CampaignEvent => ({
      ...BLANK_EVENT,
      ...{ id, kind: "visit", person: "maya", via: "a", occurredAt: at },
    });
    /** An undo that has taken back the first of its events. */
    const begun = (importId: number) => {
      const undo = engine.store.retract(OURS, importId, slowClock())[Symbol.iterator]();
      while (undo.next().value?.total === 0);
      return undo;
    };
    const finish = (undo: Iterator<RetractionStep>) => {
      while (undo.next().done !== true) expectSound();
      return digest();
    };

    it("learns of what others bring and take back while it is under way", () => {
      const own = share("m", null, 9, { person: "maya" });
      append([share("a", null, 0), own]);
      append([visit("v1", 5), share("x", "a", 1)], 1);
      append([visit("v2", 3), visit("v3", 4)], 2);
      const undo = begun(1);
      retract(2);
      // Kept under the number of a record that is gone.
      append([visit("v4", 2)]);
      expect(finish(undo)).toBe(digestOf([share("a", null, 0), own, visit("v4", 2)]));
    });

    it("leaves what comes otherwise while it is under way", () => {
      append([visit("v1", 5), share("x", "a", 1)], 1);
      const undo = begun(1);
      append([visit("v1", 5)]);
      expect(finish(undo)).toBe(digestOf([visit("v1", 5)]));
    });

    it("takes no amendment for an arrival that it does not state", () => {
      const bare = share("b", null, 6, { person: "maya", seedKind: "paid" });
      append([share("a", null, 0), bare]);
      append([visit("v1", 5)], 1);
      append([{ ...bare, via: "a" }], 2);
      retract(1);
      expectSound();
    });

    it.each(["b", "other"])("knows a share again by its code alone, its id being %s", (id) => {
      append([share("b", null, 1)], 1);
      append([share("b", null, 1, { id: "second" })], 2);
      const held = digest();
      retract(1);
      expect(digest()).toBe(held);
      append([share("b", null, 1, { id })], 1);
      retract(2);
      expect(digest()).toBe(digestOf([share("b", null, 1)]));
    });

    it("knows a share again by its code alone, whoever has an event of that name", () => {
      const visit: CampaignEvent = { ...BLANK_EVENT, id: "b", kind: "visit", person: "v", occurredAt: 1 };
      append([visit, share("b", null, 1, { id: "first" })], 1);
      append([share("b", null, 1, { id: "second" })], 2);
      retract(1);
      expect(digest()).toBe(digestOf([share("b", null, 1)]));
    });

    it("goes on where it was left off, and twice is once", () => {
      const log = Array.from({ length: 60 }, (_, i) =>
        share(`s${i}`, i === 0 ? null : `s${Math.floor(i / 2)}`, i, { arrives: i > 0, person: `p${i % 7}` }),
      );
      const own = log.filter((_, i) => i % 3 === 0);
      append(own, 1);
      append(log.filter((_, i) => i % 3 !== 0));
      for (const { done } of engine.store.retract(OURS, 1, slowClock())) if (done > 0) break;
      const half = expectSound();
      expect(retract(1)).toMatchObject({ done: expect.any(Number), total: expect.any(Number) });
      const end = digest();
      expect(half).not.toBe(end);
      expect(retract(1)).toMatchObject({ done: 0, total: 0 });
      expect(digest()).toBe(end);
      expect(end).toBe(digestOf(log.filter((_, i) => i % 3 !== 0)));
    });

    it("goes on beside another undo, of another import or of the same", () => {
      const log = Array.from({ length: 80 }, (_, i) =>
        share(`s${i}`, i < 2 ? null : `s${(i * 7) % i}`, i % 5, { arrives: i % 2 > 0, person: `p${i % 9}` }),
      );
      const by = (i: number): Bringer => ([1, 2, null] as const)[i % 3] ?? null;
      log.forEach((event, i) => {
        append([event], by(i));
      });
      const undos = [1, 2, 1].map((importId) =>
        engine.store.retract(OURS, importId, slowClock())[Symbol.iterator](),
      );
      for (let left = undos; left.length > 0; ) {
        left = left.filter((undo) => undo.next().done !== true);
        // Numbers of records that are gone are given out again.
        append([share(`late${left.length}.${digest()}`, "s5", 3, { person: "p3" })]);
      }
      expectSound();
      for (const importId of [1, 2]) expect(retract(importId)).toMatchObject({ total: 0 });
    });
  });
}
