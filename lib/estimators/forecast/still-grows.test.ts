import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { stillGrows } from "./still-grows.ts";

const START = Date.UTC(2026, 2, 1);

/** A seed, and generations an hour apart, each so many times as large as the one before. */
function generations(children: number, count: number): ShareLink[] {
  const links: ShareLink[] = [{ code: "0-0", via: null, at: START }];
  let size = 1;
  for (let generation = 1; generation <= count; generation++) {
    const before = size;
    size = Math.round(size * (generation === 1 ? 8 : children));
    for (let i = 0; i < size; i++) {
      const via = `${generation - 1}-${i % before}`;
      links.push({ code: `${generation}-${i}`, via, at: START + generation * HOUR + i });
    }
  }
  return links;
}

function grows(links: readonly ShareLink[], asOf: number) {
  const forest = buildForest(links.filter(({ at }) => at <= asOf));
  return stillGrows(forest, lagsInput(forest, asOf, 7 * DAY), { asOf, horizon: 7 * DAY, zone: "UTC" });
}

describe("a campaign that grows by itself", () => {
  it("has scenarios: it stops, or keeps the pace of its last half or day", () => {
    const told = grows(generations(2, 6), START + 7 * HOUR);
    expect(told?.stops).toBe(1 + 8 * (1 + 2 + 4 + 8 + 16 + 32));
    const pace = ((8 * (8 + 16 + 32)) / 3.5) * 24;
    expect(told?.pace).toBeCloseTo(pace, 6);
    expect(told?.keeps.map(({ days }) => days)).toEqual([1, 3, 7]);
    expect(told?.keeps[2]?.size).toBeCloseTo(505 + 7 * pace, 6);
  });

  it("is one whose shares bring one or more, though R now is not above 1 beyond its range", () => {
    expect(grows(generations(1.2, 5), START + 5.5 * HOUR)).not.toBeNull();
  });

  it("is none where each share brings half a one", () => {
    expect(grows(generations(0.5, 4), START + 7 * HOUR)).toBeNull();
  });

  it("does so no more once it has long been still", () => {
    expect(grows(generations(2, 6), START + 6 * DAY)).toBeNull();
  });
});

describe("a campaign whose last reports are still on their way", () => {
  const asOf = START + 8.5 * HOUR;
  // Of the last two generations hardly anything has come in yet.
  const links = generations(2, 8).filter(({ at, code }) => at < START + 7 * HOUR || code.endsWith("-0"));
  const told = (completeUntil?: number) => {
    const forest = buildForest(links);
    const lags = lagsInput(forest, asOf, 7 * DAY);
    const frame = { asOf, horizon: 7 * DAY, zone: "UTC" };
    return stillGrows(forest, lags, completeUntil === undefined ? frame : { ...frame, completeUntil });
  };

  it("keeps the pace that it had as long as they are in", () => {
    const until = START + 6.5 * HOUR;
    const [early, late] = [grows(links, until), told(until)];
    expect(late?.pace).toBeCloseTo(early?.pace ?? Number.NaN, 6);
    expect(late?.pace).toBeGreaterThan(1.1 * (told()?.pace ?? 0));
    expect(late?.stops).toBe(links.length);
  });
});
