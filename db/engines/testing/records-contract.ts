import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import { standingEvents } from "#lib/cascade/standing-events.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { ordersOf } from "#lib/testing/orders-of.ts";
import { share } from "./drawn-logs.ts";
import { type Bringer, bringers, retractionBench, visit } from "./retraction-bench.ts";

const names = fc.constantFrom("0", "a", "b", "c");
const texts = fc.constantFrom("p", "q", "\uff5e", "\u{1f600}");

/** Records of few events: most are of one that has others, and say something else. */
const records: fc.Arbitrary<CampaignEvent[]> = fc
  .array(
    fc.record({
      ...{ kind: fc.constantFrom("share", "share", "share", "visit", "conversion", "view"), code: names },
      ...{
        id: fc.constantFrom("1", "2", "a"),
        person: texts,
        via: fc.option(names, { freq: 2 }),
        at: fc.nat(3),
      },
      ...{ channel: fc.option(fc.constantFrom("x", "y")), arrives: fc.boolean() },
      ...{
        verified: fc.constantFrom(true, true, true, false),
        label: fc.constantFrom(null, null, null, "bot"),
      },
      seeded: fc.boolean(),
    }),
    { minLength: 2, maxLength: 12, size: "max" },
  )
  .map((drawn) =>
    drawn.map(({ kind, code, at, seeded, arrives, ...said }): CampaignEvent => {
      const isShare = kind === "share";
      const via = isShare && said.via === code ? null : said.via;
      const seedKind = isShare && seeded && via === null ? "paid" : null;
      const own = { code: isShare ? code : null, arrives: isShare && arrives, seedKind, via };
      const value = kind === "conversion" ? at / 4 : null;
      return share(code, via, at * 1_800_000, { ...said, ...own, kind, value } as Partial<CampaignEvent>);
    }),
  );

/** What every storage engine must do about records of one event. Called by each engine's own test file. */
export function testRecords(name: string, open: () => EngineUnderTest): void {
  const { append, clear, digest, digestOf, expectSound, expectSoundAfter, undo } = retractionBench(open);

  describe(`${name} keeping one record of an event`, () => {
    it("derives the same from any order, batching and repetition of records that differ, and what lib says", () => {
      const orders = records.chain((log) =>
        fc.record({
          log: fc.constant(log),
          shuffled: fc.shuffledSubarray([...log, ...log], { minLength: 2 * log.length }),
          size: fc.integer({ min: 1, max: 5 }),
        }),
      );
      const property = fc.property(orders, ({ log, shuffled, size }) => {
        const standing = standingEvents(log).events;
        const once = digestOf(standing);
        clear();
        let accepted = 0;
        for (let i = 0; i < shuffled.length; i += size)
          accepted += append(shuffled.slice(i, i + size)).accepted;
        expect(digest()).toBe(once);
        expect(accepted).toBe(standing.length);
        expectSound();
      });
      fc.assert(property, { numRuns: 150, seed: 5 });
    });

    it("keeps the next record when the first is taken back with its import, sound after each step", () => {
      const drawn = records
        .chain((log) =>
          fc.tuple(...log.map((event) => fc.record({ event: fc.constant(event), by: bringers }))),
        )
        .chain((all) => fc.shuffledSubarray([...all, ...all.slice(0, 2)], { minLength: all.length }));
      const undos = fc.shuffledSubarray([1, 2, 3] as const, { minLength: 1 });
      const property = fc.property(drawn, undos, (all, undone) => {
        clear();
        for (const { event, by } of all) append([event], by);
        for (const importId of undone) for (const step of undo(importId)) expectSoundAfter(step);
        const isLeft = ({ by }: { by: Bringer }) =>
          by === null || !undone.some((importId) => importId === by);
        const left = digest();
        expect(left).toBe(digestOf(standingEvents(all.filter(isLeft).map(({ event }) => event)).events));
      });
      fc.assert(property, { numRuns: 150, seed: 9 });
    });

    it("is sound when records of an import come to stand while it, or another, is taken back", () => {
      const [early, middle, late] = [visit("v", 1), visit("v", 2), { ...visit("v", 3), person: "noor" }];
      const others = ["w", "y", "z"].map((id) => visit(id, 4));
      for (const order of ordersOf([early, middle, late])) {
        clear();
        order.forEach((record, i) => {
          append([record, ...others.slice(i, i + 1)], ([1, 2, null] as const)[i]);
        });
        const undos = [1, 2].map((importId) => undo(importId)[Symbol.iterator]());
        for (let left = undos; left.length > 0; ) {
          left = left.filter((steps) => steps.next().done !== true);
          append([{ ...visit("v", 9 - left.length), channel: digest().slice(0, 3) }]);
          expectSound();
        }
      }
    });

    it.each([
      [null, 1, 2],
      [null, 2, 1],
      [3, 1, 2],
    ] as const)(
      "has another lend a parent when the one that did is gone, brought by %s, %s and %s",
      (...by) => {
        const seeds = [share("a", null, 0), share("b", null, 1)];
        const [bare, first, second] = [share("c", null, 5), share("c", "b", 6), share("c", "a", 7)];
        append(seeds);
        for (const [i, record] of [bare, first, second].entries()) append([record], by[i]);
        const lent = expectSound();
        expect(lent).toBe(digestOf([...seeds, { ...bare, via: "b" }]));
        clear();
        append(seeds);
        for (const [i, record] of [bare, first, second].entries()) append([record], by[i]);
        if (by[1] !== null) for (const step of undo(by[1])) expectSoundAfter(step);
        expect(digest()).toBe(digestOf([...seeds, { ...bare, via: "a" }]));
      },
    );

    it("cuts a loop at another share when that one turns out to be the earliest", () => {
      const [a, b, late] = [share("a", "b", 5), share("b", "a", 6), share("c", "b", 7)];
      const early = share("b", "a", 1);
      append([a, b, late]);
      append([early]);
      expect(expectSound()).toBe(digestOf([a, early, late]));
    });

    it("keeps sums right where a share with children happened earlier, elsewhere, by somebody else", () => {
      const log = [share("a", null, 0), ...["b", "c", "d"].map((code, i) => share(code, "a", 10 + i))];
      const leaves = ["e", "f"].map((code, i) => share(code, "b", 8 + i));
      const first = share("b", "a", 5, { person: "p-c", channel: "y" });
      append([...log, ...leaves]);
      append([first]);
      const changed = expectSound();
      expect(changed).toBe(digestOf([first, ...log.filter(({ code }) => code !== "b"), ...leaves]));
    });
  });
}
