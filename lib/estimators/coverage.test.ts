import { describe, expect, it } from "vitest";
import { HOUR } from "#lib/time/lengths.ts";
import { measureArms } from "./testing/coverage/measure-arms.ts";
import { measureCoverage, measureFalseVerdicts } from "./testing/coverage/measure-coverage.ts";
import { measureTime } from "./testing/coverage/measure-time.ts";
import { ARMS_LAWS, REGIMES, RUNNING_REGIMES } from "./testing/coverage/regimes.ts";

// Small enough for every commit; `npm run bench -- coverage` is the full size. Three Monte-Carlo errors of slack.
const CAMPAIGNS = 60;
const SLACK = 3 * Math.sqrt((0.92 * 0.08) / CAMPAIGNS);
const TRIED = ["mature", "cascades differ", "growing"];

describe("95 % intervals hold what is true of a law of campaigns", () => {
  it.each(REGIMES.filter(({ name }) => TRIED.includes(name)))("$name", (regime) => {
    const cells = measureCoverage(regime, { cascades: 20, campaigns: CAMPAIGNS, seed: 11 });
    expect(cells.map(({ figure }) => figure)).toContain("K");
    for (const { figure, shown, held } of cells) {
      if (shown < CAMPAIGNS / 2) continue;
      expect(held / shown, figure).toBeGreaterThan(regime.bar - SLACK);
    }
    expect(cells.filter(({ shown }) => shown >= CAMPAIGNS / 2).length).toBeGreaterThanOrEqual(2);
  });
});

it("never calls a campaign dead in its first hours that would grow by itself", () => {
  for (const k of [1.1, 1.3])
    for (const age of [2 * HOUR, 6 * HOUR])
      expect(measureFalseVerdicts(k, { age, campaigns: 30, seed: 3 }), `K ${k} at ${age / HOUR} h`).toBe(0);
});

it("tells equal arms apart about as often as it says, and unequal ones more often", () => {
  const [equal, unequal] = ["equal arms", "K .3 against .45"].map((name) => {
    const law = ARMS_LAWS.find((one) => one.name === name);
    if (law === undefined) throw new Error(name);
    return measureArms(law, { cascades: 60, campaigns: CAMPAIGNS, seed: 12 });
  });
  expect(equal?.onDay).toBeLessThanOrEqual(0.05 * CAMPAIGNS + 3 * Math.sqrt(0.05 * 0.95 * CAMPAIGNS));
  expect(equal?.everDaily).toBeLessThanOrEqual(0.05 * CAMPAIGNS);
  expect((equal?.heldOne ?? 0) / (equal?.ranges ?? 0)).toBeGreaterThan(0.92 - SLACK);
  expect(unequal?.onDay).toBeGreaterThan(CAMPAIGNS / 2);
});

it("calls no level K rising because only the cascades that spread well are left", () => {
  const regime = RUNNING_REGIMES.find(({ name }) => name === "long over, cascades differ");
  if (regime === undefined) throw new Error("no such law");
  const { trend, windows } = measureTime(regime, { cascades: 100, campaigns: CAMPAIGNS, seed: 13 });
  expect(trend.cases).toBe(CAMPAIGNS);
  expect(trend.of / trend.cases).toBeLessThan(0.1);
  expect(windows.of / windows.cases).toBeGreaterThan(0.92 - SLACK);
});
