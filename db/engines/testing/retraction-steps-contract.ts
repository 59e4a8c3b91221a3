import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import type { RetractionStep } from "#db/engines/event-store.ts";
import { logs, share } from "./drawn-logs.ts";
import { type Bringer, bringers, retractionBench, visit } from "./retraction-bench.ts";

const bares = fc.boolean();

/** What every storage engine must bear while an import is taken back step by step. Called by each engine's own test file. */
export function testRetractionSteps(name: string, open: () => EngineUnderTest): void {
  const { append, clear, digest, digestOf, expectSound, expectSoundAfter, retract, undo } =
    retractionBench(open);

  describe(`${name} while imports are taken back`, () => {
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
        clear();
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
          for (const step of undo(importId)) {
            append(late.splice(0, 1));
            expectSoundAfter(step);
          }
      });
      fc.assert(property, { numRuns: 100, seed: 8 });
    });

    /** An undo that has taken back the first of its events. */
    const begun = (importId: number) => {
      const steps = undo(importId)[Symbol.iterator]();
      while (steps.next().value?.total === 0);
      return steps;
    };
    const finish = (steps: Iterator<RetractionStep>) => {
      while (steps.next().done !== true) expectSound();
      return digest();
    };

    it("learns of what others bring and take back while it is under way", () => {
      const own = share("m", null, 9, { person: "maya" });
      append([share("a", null, 0), own]);
      append([visit("v1", 5), share("x", "a", 1)], 1);
      append([visit("v2", 3), visit("v3", 4)], 2);
      const steps = begun(1);
      retract(2);
      // Kept under the number of a record that is gone.
      append([visit("v4", 2)]);
      expect(finish(steps)).toBe(digestOf([share("a", null, 0), own, visit("v4", 2)]));
    });

    it("leaves what comes otherwise while it is under way", () => {
      append([visit("v1", 5), share("x", "a", 1)], 1);
      const steps = begun(1);
      append([visit("v1", 5)]);
      expect(finish(steps)).toBe(digestOf([visit("v1", 5)]));
    });

    it("goes on where it was left off, and twice is once", () => {
      const log = Array.from({ length: 60 }, (_, i) =>
        share(`s${i}`, i === 0 ? null : `s${Math.floor(i / 2)}`, i, { arrives: i > 0, person: `p${i % 7}` }),
      );
      const own = log.filter((_, i) => i % 3 === 0);
      append(own, 1);
      append(log.filter((_, i) => i % 3 !== 0));
      for (const { done } of undo(1)) if (done > 0) break;
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
      const undos = [1, 2, 1].map((importId) => undo(importId)[Symbol.iterator]());
      for (let left = undos; left.length > 0; ) {
        left = left.filter((steps) => steps.next().done !== true);
        // Numbers of records that are gone are given out again.
        append([share(`late${left.length}.${digest()}`, "s5", 3, { person: "p3" })]);
      }
      expectSound();
      for (const importId of [1, 2]) expect(retract(importId)).toMatchObject({ total: 0 });
    });
  });
}
