import { describe, expect, it } from "vitest";
import { HOUR } from "#lib/time/lengths.ts";
import { measureCoverage, measureFalseVerdicts } from "./testing/coverage/measure-coverage.ts";
import { REGIMES } from "./testing/coverage/regimes.ts";

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
