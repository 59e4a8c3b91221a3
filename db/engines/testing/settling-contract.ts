import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { logs, share } from "./drawn-logs.ts";

const OURS = { workspaceId: 1, campaignId: 1 };
const THEIRS = { workspaceId: 2, campaignId: 1 };

/** What every storage engine must do about shares that it held back. Called by each engine's own test file. */
export function testSettling(name: string, open: () => EngineUnderTest): void {
  let engine: EngineUnderTest;
  beforeEach(() => {
    engine = open();
  });
  afterEach(() => engine.close());

  const append = (events: readonly CampaignEvent[], left: number | null, importId: number | null = null) =>
    engine.store.append(OURS, events, {
      ...{ source: "event-log", importId, receivedAt: 0, online: false },
      ...(left === null ? {} : { room: { left } }),
    });
  /** A clock by which every step takes far too long: so the steps become as small as they get. */
  const slowClock = () => {
    let now = 0;
    return () => {
      now += 1000;
      return now;
    };
  };
  /** Settles some steps and stops there, as a server that is ended does. */
  const settle = (steps = Number.POSITIVE_INFINITY) => {
    let taken = 0;
    for (const { heldMs } of engine.store.settle(OURS, slowClock())) {
      expect(heldMs).toBeGreaterThan(0);
      taken += 1;
      if (taken >= steps) break;
      if (taken > 5000) throw new Error("it does not come to an end");
    }
    return taken;
  };
  const digest = () => engine.store.digest(OURS);

  describe(`${name} settling what was held back`, () => {
    it("ends in what a rebuild gives, whatever the order, the room, and what comes or goes between", () => {
      const drawn = logs.chain((log) =>
        fc.record({
          log: fc.constant(log),
          shuffled: fc.shuffledSubarray([...log, ...log], { minLength: 2 * log.length }),
          size: fc.integer({ min: 1, max: 4 }),
          left: fc.nat(3),
          steps: fc.nat(2),
          undone: fc.boolean(),
        }),
      );
      let held = 0;
      const property = fc.property(drawn, ({ log, shuffled, size, left, steps, undone }) => {
        engine.clear();
        append(log, null);
        const once = digest();
        engine.clear();
        for (let i = 0; i < shuffled.length; i += size) {
          append(shuffled.slice(i, i + size), left, undone && i % 2 === 0 ? 1 : null);
          held += engine.store.countHeldBack();
          if (steps > 0) settle(steps);
        }
        if (undone) for (const _ of engine.store.retract(OURS, 1, slowClock()));
        settle();
        expect(engine.store.listUnsettled()).toEqual([]);
        const settled = digest();
        if (!undone) expect(settled).toBe(once);
        engine.store.rebuild(OURS);
        expect(digest()).toBe(settled);
      });
      fc.assert(property, { numRuns: 150, seed: 21 });
      expect(held).toBeGreaterThan(100);
    });

    it("names the campaigns, counts the shares, and lets a rebuild do it all", () => {
      const star = Array.from({ length: 30 }, (_, i) => share(`c${i}`, "x", 2));
      append([share("x", "a", 1), ...star], 10);
      expect([engine.store.listUnsettled(), engine.store.countHeldBack()]).toEqual([[], 0]);
      append([share("a", null, 0)], 10);
      expect([engine.store.listUnsettled(), engine.store.countHeldBack()]).toEqual([[OURS], 1]);
      const held = digest();
      engine.store.rebuild(OURS);
      expect([engine.store.listUnsettled(), engine.store.countHeldBack()]).toEqual([[], 0]);
      expect(digest()).not.toBe(held);
      engine.store.append(THEIRS, [share("a", null, 0)], {
        ...{ source: "event-log", importId: null, receivedAt: 0, online: true, room: { left: 0 } },
      });
      expect(engine.store.listUnsettled()).toEqual([]);
    });

    it("has nothing to do where nothing is held back, and settles a large star in many short steps", () => {
      const star = Array.from({ length: 1000 }, (_, i) => share(`c${i}`, "x", 2));
      append([share("x", "a", 1), ...star], null);
      expect(settle()).toBe(0);
      append([share("a", null, 0)], 100);
      expect(settle()).toBeGreaterThan(10);
      const settled = digest();
      engine.store.rebuild(OURS);
      expect(digest()).toBe(settled);
    });
  });
}
