import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { forestOf } from "#lib/estimators/reproduction/testing/rt-forest.ts";
import { cohortTable } from "./cohort-table.ts";
import { rtContinuous } from "./rt-continuous.ts";
import { rtPosterior } from "./rt-posterior.ts";

interface Oracle {
  readonly cases: readonly {
    readonly input: { cascade_id: string; born: number[]; parents: number[] };
    readonly expected: {
      readonly hourly_R: readonly {
        readonly from_s: number;
        readonly to_s: number;
        readonly children: number;
        readonly exposure: number;
        readonly posterior_mean: number;
        readonly q025: number;
        readonly median: number;
        readonly q975: number;
        readonly prob_above_1: number;
        readonly inflated_mean: number;
        readonly inflated_q025: number;
        readonly inflated_q975: number;
      }[];
      readonly dispersion_phi: number;
      readonly cohorts_seen_at_6h: readonly {
        readonly born_from: number;
        readonly born_to: number;
        readonly shares: number;
        readonly children_seen_by_T: number;
        readonly effective_shares: number;
        readonly naive_K: number;
        readonly corrected_K: number;
        readonly gamma95: readonly [number, number];
      }[];
    };
  }[];
}

// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../../shared/oracles/rt-continuous.json", import.meta.url);
const real: Oracle["cases"] = existsSync(realUrl) ? JSON.parse(readFileSync(realUrl, "utf8")).cases : [];

const lomax = (age: number) => (age > 0 ? 1 - (752.7 / (age + 752.7)) ** 0.4147 : 0);
const near = (actual: number | null | undefined, expected: number, relative = 1e-8) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

/** Named here, so that a checkout without the data says what it left out. */
const CASCADES = ["c050d33a24", "ce3573e649", "c6ae59ff4c"];

describe("real cascades, read from ../shared/oracles when it stands beside the repository", () => {
  if (real.length === 0) {
    it.skip.each(CASCADES)("R_t of %s", () => {});
    it.skip.each(CASCADES)("cohorts of %s after 6 h", () => {});
  }

  const model = { lagCdf: lomax, horizon: Number.POSITIVE_INFINITY, prior: { shape: 1, rate: 0.2 } };

  it.each(real)("R_t of $input.cascade_id", ({ input, expected }) => {
    const hours = expected.hourly_R.map(({ from_s, to_s }) => ({ from: from_s, to: to_s }));
    const { windows, dispersion } = rtContinuous(forestOf(input.born, input.parents), hours, model);
    near(dispersion, expected.dispersion_phi);
    expected.hourly_R.forEach((hour, i) => {
      const { children, exposure, posterior } = windows[i] ?? { children: -1, exposure: -1, posterior: null };
      expect(children).toBe(hour.children);
      near(exposure, hour.exposure);
      const plain = rtPosterior(children, exposure, model.prior);
      near(plain.mean, hour.posterior_mean);
      near(plain.low, hour.q025);
      near(plain.median, hour.median);
      near(plain.high, hour.q975);
      near(plain.aboveOne, hour.prob_above_1);
      near(posterior?.mean, hour.inflated_mean);
      near(posterior?.low, hour.inflated_q025);
      near(posterior?.high, hour.inflated_q975);
    });
  });

  it.each(real)("cohorts of $input.cascade_id after 6 h", ({ input, expected }) => {
    const cohorts = expected.cohorts_seen_at_6h;
    const edges = [...cohorts.map(({ born_from }) => born_from), 6 * 3600];
    const rows = cohortTable(forestOf(input.born, input.parents), edges, {
      ...model,
      asOf: 6 * 3600,
      dispersion: 1,
    });
    cohorts.forEach((cohort, i) => {
      const row = rows[i];
      expect([row?.from, row?.to]).toEqual([cohort.born_from, cohort.born_to]);
      expect([row?.shares, row?.children]).toEqual([cohort.shares, cohort.children_seen_by_T]);
      near(row?.effective, cohort.effective_shares);
      near(row?.naive, cohort.naive_K);
      near(row?.corrected, cohort.corrected_K);
      near(row?.low, cohort.gamma95[0]);
      near(row?.high, cohort.gamma95[1]);
    });
  });
});
