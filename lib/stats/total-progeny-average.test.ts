import { describe, expect, it } from "vitest";
import { totalProgenyAtLeast } from "./total-progeny-at-least.ts";
import { totalProgenyAverage } from "./total-progeny-average.ts";

describe("an uncertain K", () => {
  const progeny = { seeds: 5, law: { mean: 0.5, dispersion: 0.3 } };

  it("changes nothing when it is hardly uncertain", () => {
    expect(totalProgenyAverage(30, progeny, 0)).toBe(totalProgenyAtLeast(30, progeny));
    expect(totalProgenyAverage(30, progeny, 1e-6)).toBeCloseTo(totalProgenyAtLeast(30, progeny), 9);
  });

  it("averages over its lognormal law", () => {
    // Midpoint rule over nine standard deviations on either side.
    let sum = 0;
    for (let z = -8.995; z < 9; z += 0.01) {
      const law = { ...progeny.law, mean: progeny.law.mean * Math.exp(0.4 * z) };
      sum += 0.01 * Math.exp((-z * z) / 2) * totalProgenyAtLeast(30, { ...progeny, law });
    }
    expect(totalProgenyAverage(30, progeny, 0.4)).toBeCloseTo(sum / Math.sqrt(2 * Math.PI), 8);
  });
});
