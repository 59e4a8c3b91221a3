import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { logs, share } from "./drawn-logs.ts";
import { type Bringer, bringers, retractionBench, visit } from "./retraction-bench.ts";

interface Delivered {
  readonly by: Bringer;
  readonly event: CampaignEvent;
}

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

/** What every storage engine must leave when an import is taken back. Called by each engine's own test file. */
export function testRetraction(name: string, open: () => EngineUnderTest): void {
  const { append, clear, digest, digestOf, expectSound, expectSoundAfter, retract, undo } =
    retractionBench(open);

  describe(`${name} taking imports back`, () => {
    it("leaves what a log without them gives, in any order and of any overlap, sound after each step", () => {
      const undos = fc.shuffledSubarray([1, 2, 3] as const, { minLength: 1 });
      const property = fc.property(deliveries, undos, (all, undone) => {
        clear();
        for (const { event, by } of all) append([event], by);
        for (const importId of undone) for (const step of undo(importId)) expectSoundAfter(step);
        const left = digest();
        const isLeft = ({ by }: Delivered) => by === null || !undone.some((importId) => importId === by);
        expect(left).toBe(digestOf(all.filter(isLeft).map(({ event }) => event)));
      });
      fc.assert(property, { numRuns: 100, seed: 3 });
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
  });
}
