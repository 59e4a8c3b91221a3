import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { negativeBinomialSurvival } from "./negative-binomial/distribution.ts";
import { seededRandom } from "./random.ts";
import { drawNegativeBinomial } from "./testing/draw-negative-binomial.ts";
import {
  totalProgenyAtLeast,
  totalProgenyAverage,
  totalProgenyLogPmf,
  totalProgenyMoments,
} from "./total-progeny.ts";

interface ProgenyCase {
  readonly input: { readonly R: number; readonly k: number; readonly seeds: number };
  readonly expected: {
    readonly pmf_first10: readonly number[];
    readonly first_size: number;
    readonly prob_at_least: Readonly<Record<string, number>>;
    readonly mean: number | "Infinity";
    readonly variance: number | "Infinity";
  };
}

const cases: readonly ProgenyCase[] = JSON.parse(
  readFileSync(new URL("../estimators/oracles/branching.json", import.meta.url), "utf8"),
).total_progeny;

describe("values of scipy", () => {
  it.each(cases)("R $input.R, k $input.k, $input.seeds seeds", ({ input: { R, k, seeds }, expected }) => {
    const law = { mean: R, dispersion: k };
    expected.pmf_first10.forEach((p, i) => {
      expect(Math.abs(Math.exp(totalProgenyLogPmf(expected.first_size + i, law, seeds)) - p)).toBeLessThan(
        1e-12,
      );
    });
    for (const [size, p] of Object.entries(expected.prob_at_least)) {
      const more = Number(size) - seeds;
      expect(Math.abs(totalProgenyAtLeast(more, { seeds, law }) - p)).toBeLessThan(1e-12);
      // The recursion over a first generation of its own is another way to the same number.
      const seedLaw = { mean: R, dispersion: k };
      expect(Math.abs(totalProgenyAtLeast(more, { seeds, law, seedLaw }) - p)).toBeLessThan(1e-12);
    }
    const { mean, variance } = totalProgenyMoments(law, seeds);
    if (expected.mean === "Infinity") {
      expect([mean, variance]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    } else {
      expect(mean / expected.mean).toBeCloseTo(1, 12);
      expect(variance / Number(expected.variance)).toBeCloseTo(1, 12);
    }
  });
});

it("is Borel's law for Poisson offspring", () => {
  const law = { mean: 0.6, dispersion: Number.POSITIVE_INFINITY };
  for (const size of [1, 2, 5]) {
    let factorial = 1;
    for (let i = 2; i <= size; i++) factorial *= i;
    const borel = (Math.exp(-0.6 * size) * (0.6 * size) ** (size - 1)) / factorial;
    expect(Math.exp(totalProgenyLogPmf(size, law))).toBeCloseTo(borel, 13);
  }
});

it("is certain of nothing more, and sure that no seeds bring none", () => {
  const law = { mean: 0.5, dispersion: 1 };
  expect(totalProgenyAtLeast(0, { seeds: 0, law })).toBe(1);
  expect(totalProgenyAtLeast(1, { seeds: 0, law })).toBe(0);
});

describe("seeds of their own kind", () => {
  it("bring their first generation alone when nobody shares on", () => {
    const law = { mean: 0, dispersion: 1 };
    for (const dispersion of [0.4, Number.POSITIVE_INFINITY]) {
      for (const more of [1, 3, 40]) {
        const seedLaw = { mean: 3, dispersion };
        const expected = negativeBinomialSurvival(more, 12, 4 * dispersion);
        expect(totalProgenyAtLeast(more, { seeds: 4, law, seedLaw })).toBeCloseTo(expected, 12);
      }
    }
  });

  it("are too many for an empty first generation to have a probability above 0", () => {
    const law = { mean: 0, dispersion: 1 };
    const seedLaw = { mean: 2, dispersion: Number.POSITIVE_INFINITY };
    const expected = negativeBinomialSurvival(2020, 2000, Number.POSITIVE_INFINITY);
    expect(totalProgenyAtLeast(2020, { seeds: 1000, law, seedLaw })).toBeCloseTo(expected, 9);
  });

  it("agree with cascades drawn one by one", () => {
    const random = seededRandom(5);
    const law = { mean: 0.6, dispersion: 0.3 };
    const seedLaw = { mean: 4, dispersion: 1.5 };
    const runs = 20_000;
    let reached = 0;
    for (let run = 0; run < runs; run++) {
      let generation = drawNegativeBinomial(random, 2 * seedLaw.mean, 2 * seedLaw.dispersion);
      let total = 0;
      while (generation > 0 && total < 20) {
        total += generation;
        generation = drawNegativeBinomial(random, generation * law.mean, generation * law.dispersion);
      }
      if (total >= 20) reached += 1;
    }
    const p = totalProgenyAtLeast(20, { seeds: 2, law, seedLaw });
    expect(Math.abs(reached / runs - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / runs));
  });
});

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
