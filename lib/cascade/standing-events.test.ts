import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { compareRecords } from "#lib/domain/event-record.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { ordersOf } from "#lib/testing/orders-of.ts";
import { buildForest } from "./build-forest.ts";
import { sharesOfEvents } from "./shares-of-events.ts";
import { standingEvents } from "./standing-events.ts";
import { byCode, DUPLICATE_CASES } from "./testing/duplicate-records.ts";

/** What is kept of a log, in the words of the oracle. */
function keptOf(records: readonly CampaignEvent[]) {
  const shares = sharesOfEvents(standingEvents(records).events);
  const { codes, parent } = buildForest(shares);
  const kept = codes.map((code, node) => {
    const share = shares.find((one) => one.code === code);
    const above = codes[parent[node] ?? -1] ?? null;
    return { code, parent: above, person: share?.person, channel: share?.channel, at: share?.at };
  });
  return kept.sort(byCode);
}

describe("which record is kept", () => {
  it.each(DUPLICATE_CASES)("$name", ({ events, kept, duplicates }) => {
    for (const order of ordersOf(events)) {
      expect(keptOf(order)).toEqual(kept);
      expect(standingEvents(order).duplicates).toBe(duplicates);
    }
  });

  const text = fc.constantFrom("a", "b", "\uff5e", "\u{1f600}");
  const records: fc.Arbitrary<CampaignEvent[]> = fc.array(
    fc
      .record({
        ...{
          id: fc.constantFrom("1", "2", "a"),
          person: text,
          via: fc.option(text),
          channel: fc.option(text),
        },
        ...{ kind: fc.constantFrom("share", "visit", "view"), code: fc.constantFrom("a", "b") },
        ...{ occurredAt: fc.nat(2), arrives: fc.boolean(), verified: fc.constantFrom(true, true, false) },
        label: fc.constantFrom(null, null, "bot"),
      })
      .map(({ code, ...said }) => ({ ...BLANK_EVENT, ...said, code: said.kind === "share" ? code : null })),
    { maxLength: 9 },
  );

  it("is the same in any order, and with any repetition", () => {
    const orders = records.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2 })),
    );
    const sorted = (events: readonly CampaignEvent[]) => [...events].sort(compareRecords);
    fc.assert(
      fc.property(orders, ([log, shuffled]) => {
        const once = standingEvents(log);
        const twice = standingEvents(shuffled);
        expect(sorted(twice.events)).toEqual(sorted(once.events));
        expect(twice.duplicates - once.duplicates).toBe(log.length);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  const visit = { ...BLANK_EVENT, id: "v", kind: "visit", person: "p", via: "a", occurredAt: 5 } as const;
  it.each<[string, Partial<CampaignEvent>, Partial<CampaignEvent>]>([
    ["what nobody vouches for", { verified: true }, { verified: false, occurredAt: 1 }],
    ["what a machine fetched", { label: null }, { label: "bot", occurredAt: 1 }],
    ["what is smaller in nothing but its worth", { value: 1 }, { value: 2 }],
  ])("is not %s", (_, first, second) => {
    const [kept, other] = [
      { ...visit, ...first },
      { ...visit, ...second },
    ];
    for (const order of ordersOf([kept, other])) expect(standingEvents(order).events).toEqual([kept]);
  });
});
