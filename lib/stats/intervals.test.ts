import { describe, expect, it } from "vitest";
import { betaLogitQuantile } from "./beta.ts";
import { gammaQuantile } from "./gamma.ts";
import comparisons from "./oracles/comparisons.json" with { type: "json" };
import intervals from "./oracles/intervals.json" with { type: "json" };

// Intervals that no page shows, as further witnesses of the quantiles that they are made of.

type Ends = readonly [low: number, high: number];

function near(found: Ends, expected: readonly (number | string)[], within: (end: number) => number): void {
  found.forEach((end, i) => {
    const known = Number(expected[i]);
    if (known === Number.POSITIVE_INFINITY) expect(end).toBe(known);
    else expect(Math.abs(end - known)).toBeLessThanOrEqual(within(known));
  });
}
const absolute = () => 1e-9;

function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaLogitQuantile(p, 1 - p, a, b)));
}

/** Ends for x of n at a level, one-sided for none and for all. @param more what is added to x and n − x at each end */
function betaEnds(x: number, n: number, level: number, more: { low: Ends; high: Ends }): Ends {
  const tail = (1 - level) / 2;
  return [
    x === 0 ? 0 : betaQuantile(tail, x + more.low[0], n - x + more.low[1]),
    x === n ? 1 : betaQuantile(1 - tail, x + more.high[0], n - x + more.high[1]),
  ];
}
const EXACT = { low: [0, 1], high: [1, 0] } as const;
const JEFFREYS = { low: [0.5, 0.5], high: [0.5, 0.5] } as const;

describe("proportions by R", () => {
  it.each(intervals.proportions)("$input.x of $input.n", ({ input: { x, n }, expected }) => {
    for (const [level, ends] of [
      [0.8, expected.level80],
      [0.95, expected.level95],
    ] as const) {
      near(betaEnds(x, n, level, EXACT), ends.clopper_pearson, absolute);
      near(betaEnds(x, n, level, JEFFREYS), ends.jeffreys, absolute);
      const tail = (1 - level) / 2;
      const uniform = [tail, 1 - tail].map((p) => betaQuantile(p, x + 1, n - x + 1));
      near([uniform[0] ?? 0, uniform[1] ?? 0], ends.beta_uniform_prior, absolute);
    }
  });
});

describe("rates by R", () => {
  it.each(intervals.rates)("$input.events in $input.exposure", ({ input, expected }) => {
    const { events, exposure } = input;
    const end = (p: number, shape: number) => (shape === 0 ? 0 : gammaQuantile(p, shape, exposure));
    near([end(0.025, events), end(0.975, events + 1)], expected.exact95, absolute);
    near([end(0.025, events + 0.5), end(0.975, events + 0.5)], expected.gamma_jeffreys95, absolute);
  });

  it.each(comparisons.two_rates)("$input.eventsB against $input.eventsA", ({ input, expected }) => {
    const { eventsA, exposureA, eventsB, exposureB } = input;
    // Given their sum, events of one are a proportion: its odds are the ratio of rates times that of exposures.
    const [low, high] = betaEnds(eventsB, eventsA + eventsB, 0.95, EXACT);
    const ratio = (part: number) => ((part / (1 - part)) * exposureA) / exposureB;
    near([ratio(low), ratio(high)], expected.exact_ci95, (end) => 1e-6 * end);
  });
});
