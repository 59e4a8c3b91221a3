import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import oracle from "../oracles/hawkes.json" with { type: "json" };
import { branchingSize } from "./branching.ts";
import { fitHawkes, hawkesLogLikelihood, lomaxKernel } from "./hawkes.ts";

interface RealFit {
  readonly input: { readonly T: number; readonly t: readonly number[] };
  readonly expected: { readonly max_loglik: number; readonly theta: number; readonly c: number };
}

// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../../shared/oracles/hawkes.json", import.meta.url);
const FLAT = { shape: 1, rate: 0 };

describe("hawkes", () => {
  it.each(oracle.evaluations)(
    "T $input.T, n $input.n: likelihood and size to come",
    ({ input, expected }) => {
      const kernel = { theta: input.theta, scale: input.c };
      const parameters = { seedWeight: input.n0, branching: input.n, kernel };
      expect(Math.abs(hawkesLogLikelihood(input.t, input.T, parameters) - expected.loglik)).toBeLessThan(
        1e-8,
      );
      const size = branchingSize(input.t, input.T, { ...parameters, cdf: lomaxKernel(kernel).cdf });
      if (expected.expected_final_size === null) expect(size).toBe(Infinity);
      else expect(size).toBeCloseTo(expected.expected_final_size, 9);
    },
  );

  it("fits seed weight and branching to the top of the likelihood", () => {
    const t = [0, 1, 3, 8, 50, 51, 52, 53, 54, 90, 91, 92];
    const T = 120;
    const kernel = { theta: 0.8, scale: 2 };
    const fit = fitHawkes(t, T, kernel, FLAT);
    const top = hawkesLogLikelihood(t, T, fit);
    for (const [a, b] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
    ] as const) {
      const aside = { kernel, seedWeight: a * fit.seedWeight, branching: b * fit.branching };
      expect(hawkesLogLikelihood(t, T, aside)).toBeLessThan(top);
    }
  });

  it("is held by a prior that has seen more than the cascade", () => {
    const { t, T } = oracle.evaluations[0]!.input;
    const kernel = { theta: 0.8, scale: 20 };
    expect(fitHawkes(t, T, kernel, { shape: 30_001, rate: 1e5 }).branching).toBeCloseTo(0.3, 3);
    expect(fitHawkes(t, T, kernel, FLAT).branching).not.toBeCloseTo(0.3, 2);
  });

  it.skipIf(!existsSync(realUrl))(
    "reaches the reference's likelihood under its kernels, read from ../shared when it stands beside the repository",
    () => {
      const { fits }: { fits: readonly RealFit[] } = JSON.parse(readFileSync(realUrl, "utf8"));
      expect(fits).toHaveLength(4);
      for (const { input, expected } of fits) {
        const fit = fitHawkes(input.t, input.T, { theta: expected.theta, scale: expected.c }, FLAT);
        const reached = hawkesLogLikelihood(input.t, input.T, fit);
        expect(reached).toBeGreaterThan(expected.max_loglik - 0.01);
        expect(reached).toBeLessThan(expected.max_loglik + 0.01);
      }
    },
  );
});
