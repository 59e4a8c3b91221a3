import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RefusedEvent } from "#db/engines/event-store.ts";
import { share } from "#db/engines/testing/drawn-logs.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { DEPTH_MAX } from "#lib/cascade/depth-max.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DepthBound } from "./depth-bound.ts";
import { DERIVED_TABLES } from "./rebuild-campaign.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
const DELIVERY = { source: "test", importId: null, receivedAt: 0 };

let fixture: ImportFixture;
beforeAll(() => {
  fixture = new ImportFixture();
});
afterAll(() => fixture.close());

const client = () => fixture.db.$client;
const store = () => eventStoreOf(fixture.db);
function clear(): void {
  inTransaction(client(), () => {
    for (const table of ["journal", ...DERIVED_TABLES]) client().exec(`DELETE FROM ${table}`);
  });
}

/** @returns the deepest generation and which were refused */
function take(events: readonly CampaignEvent[], { size = 100, online = true } = {}) {
  clear();
  const refused: RefusedEvent[] = [];
  let accepted = 0;
  for (let i = 0; i < events.length; i += size) {
    const receipt = store().append(KEY, events.slice(i, i + size), { ...DELIVERY, online });
    refused.push(...receipt.refused);
    accepted += receipt.accepted;
  }
  expect(accepted + refused.length).toBe(events.length);
  const depth = client().prepare("SELECT max(depth) FROM shares").pluck().get() as number;
  return { depth, reasons: [...new Set(refused.map(({ reason }) => reason))], refused: refused.length };
}

function chain(length: number): CampaignEvent[] {
  return Array.from({ length }, (_, i) => share(`s${i}`, i === 0 ? null : `s${i - 1}`, i));
}

/** Each number once, far from its neighbours. */
const scattered = (events: readonly CampaignEvent[]) =>
  events.map((_, i) => events[(i * 7919) % events.length] ?? share("x", null, 0));

describe("a chain", () => {
  it.each([
    ["forwards", (events: CampaignEvent[]) => events],
    ["backwards", (events: CampaignEvent[]) => events.reverse()],
    ["in no order", scattered],
  ])("of as many generations as there may be is taken in, a longer one cut: %s", (_name, order) => {
    for (const online of [true, false]) {
      expect(take(order(chain(DEPTH_MAX + 1)), { online })).toEqual({
        depth: DEPTH_MAX,
        reasons: [],
        refused: 0,
      });
      const longer = take(order(chain(2500)), { online });
      expect(longer).toMatchObject({ reasons: ["too-deep"] });
      expect(longer.depth).toBeLessThanOrEqual(DEPTH_MAX);
      expect(longer.refused).toBeLessThan(100);
    }
  });

  it("of people who say nothing of who brought them is cut as well", () => {
    const steps = Array.from({ length: DEPTH_MAX + 3 }, (_, i) => {
      const person = `p${i}`;
      const visit: CampaignEvent = {
        ...BLANK_EVENT,
        id: `v${i}`,
        kind: "visit",
        person,
        via: `s${i - 1}`,
        occurredAt: i,
      };
      return [
        ...(i === 0 ? [] : [visit]),
        share(`s${i}`, null, i, { person, seedKind: i === 0 ? "paid" : null }),
      ];
    });
    expect(take(steps.flat(), { size: 77 })).toMatchObject({ depth: DEPTH_MAX, refused: 1 });
  });

  it("is not lengthened by a repetition that brings a missing parent", () => {
    const [first, ...rest] = chain(DEPTH_MAX + 1);
    take([
      share("top", null, 0),
      ...(first === undefined ? [] : [{ ...first, seedKind: "paid" as const }]),
      ...rest,
    ]);
    const linked = share("s0", "top", 0);
    const { refused, duplicate } = store().append(KEY, [linked], { ...DELIVERY, online: false });
    expect({ refused, duplicate }).toEqual({ refused: [{ index: 0, reason: "too-deep" }], duplicate: 0 });
    const shorter = take([share("top", null, 0), share("s0", null, 0, { seedKind: "paid" })]);
    expect(shorter.refused).toBe(0);
    expect(store().append(KEY, [linked], { ...DELIVERY, online: false })).toMatchObject({
      refused: [],
      duplicate: 1,
    });
  });
});

/** Forests in any order, in batches; few of their trees are deep. */
const logs = fc
  .array(fc.record({ via: fc.option(fc.nat(), { freq: 6 }), at: fc.nat(9) }), {
    minLength: 1,
    maxLength: 24,
    size: "max",
  })
  .map((rows) =>
    rows.map(({ via, at }, i) =>
      share(`s${i}`, via === null || i === 0 ? null : `s${i - 1 - (via % Math.min(i, 4))}`, at),
    ),
  )
  .chain((log) =>
    fc.record({
      log: fc.constant(log),
      shuffled: fc.shuffledSubarray(log, { minLength: log.length }),
      size: fc.integer({ min: 1, max: 6 }),
      left: fc.nat(4),
      steps: fc.nat(2),
    }),
  );

function depthOf(log: readonly CampaignEvent[]): number {
  const depths = new Map<string | null, number>();
  for (const { code, via } of log) depths.set(code, via === null ? 0 : (depths.get(via) ?? 0) + 1);
  return Math.max(...depths.values());
}

it("holds in any order and batching, also while pieces are held back, and refuses nothing that is shallow", () => {
  const most = 3;
  let refusals = 0;
  const property = fc.property(logs, ({ log, shuffled, size, left, steps }) => {
    clear();
    let refused = 0;
    for (let i = 0; i < shuffled.length; i += size) {
      const bound = new DepthBound(client(), KEY, most);
      const fitting = shuffled.slice(i, i + size).filter(({ code, via }) => {
        const place = bound.fit(code ?? "", via);
        if (place !== null) bound.add(place);
        return place !== null;
      });
      refused += Math.min(size, shuffled.length - i) - fitting.length;
      store().append(KEY, fitting, { ...DELIVERY, online: true, room: { left } });
      let taken = 0;
      if (steps > 0)
        for (const _ of store().settle(KEY, () => performance.now())) if (++taken >= steps) break;
    }
    for (const _ of store().settle(KEY, () => performance.now()));
    const depth = client().prepare("SELECT max(depth) FROM shares").pluck().get() as number | null;
    expect(depth ?? 0).toBeLessThanOrEqual(most);
    if (depthOf(log) <= most) expect(refused).toBe(0);
    refusals += refused;
  });
  fc.assert(property, { numRuns: 250, seed: 9 });
  expect(refusals).toBeGreaterThan(50);
});
