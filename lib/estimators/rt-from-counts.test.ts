import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gammaQuantile } from "#lib/stats/gamma.ts";
import {
  coriInfectivity,
  coriRt,
  serialInterval,
  serialIntervalOfLags,
  wallingaTeunis,
} from "./rt-from-counts.ts";

interface CoriCase {
  readonly name: string;
  readonly input: {
    readonly incidence: readonly number[];
    readonly imported: readonly number[] | null;
    readonly si_mean: number | null;
    readonly si_sd: number | null;
    readonly si_distr_given: readonly number[] | null;
    readonly window: number;
    readonly prior_mean: number;
    readonly prior_sd: number;
  };
  readonly expected: {
    readonly si_weights_from_lag0: readonly number[];
    readonly overall_infectivity_from_day1: readonly (number | null)[];
    readonly t_start: readonly number[];
    readonly t_end: readonly number[];
  } & Readonly<Record<CoriColumn, readonly (number | null)[]>>;
}
type CoriColumn =
  | "posterior_shape"
  | "posterior_rate"
  | "mean"
  | "sd"
  | "q025"
  | "q05"
  | "q25"
  | "median"
  | "q75"
  | "q95"
  | "q975";
interface WallingaCase {
  readonly name: string;
  readonly input: { incidence: number[]; si_mean: number; si_sd: number; window: number };
  readonly expected: { t_start: number[]; t_end: number[]; mean: number[] };
}
interface Oracle {
  readonly cases: readonly CoriCase[];
  readonly wallinga_teunis: readonly WallingaCase[];
  readonly discretised_si: readonly { mean: number; sd: number; weights_from_lag0: number[] }[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL("./oracles/rt-epiestim.json", import.meta.url), "utf8"),
);

const near = (actual: number | null | undefined, expected: number, relative: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    relative * Math.abs(expected) + 1e-14,
  );

describe("Cori et al. 2013, by EpiEstim", () => {
  it.each(oracle.cases)("$name", ({ input, expected }) => {
    const { incidence, imported, si_mean, si_sd, si_distr_given, prior_mean, prior_sd } = input;
    const weights = si_distr_given ?? serialInterval(si_mean ?? 0, si_sd ?? 0, incidence.length);
    expected.si_weights_from_lag0.forEach((w, lag) => {
      expect(Math.abs((weights[lag] ?? 0) - w)).toBeLessThan(1e-10);
    });
    const infectivity = coriInfectivity(incidence, weights);
    expected.overall_infectivity_from_day1.forEach((value, day) => {
      near(infectivity[day], value ?? 0, 1e-8);
    });
    const prior = { shape: (prior_mean / prior_sd) ** 2, rate: prior_mean / prior_sd ** 2 };
    const series = { shares: incidence, ...(imported !== null && { seeds: imported }) };
    const windows = coriRt(series, weights, input.window, prior);
    expect(windows.map(({ first }) => first + 1)).toEqual(expected.t_start);
    expect(windows.map(({ last }) => last + 1)).toEqual(expected.t_end);
    windows.forEach(({ posterior }, i) => {
      expect(posterior === null).toBe(expected.mean[i] === null);
      if (posterior === null) return;
      const { shape, rate } = posterior;
      const quantile = (p: number) => gammaQuantile(p, shape, rate);
      near(shape, expected.posterior_shape[i] ?? Number.NaN, 1e-8);
      near(rate, expected.posterior_rate[i] ?? Number.NaN, 1e-8);
      near(posterior.mean, expected.mean[i] ?? Number.NaN, 1e-8);
      near(Math.sqrt(shape) / rate, expected.sd[i] ?? Number.NaN, 1e-8);
      near(posterior.low, expected.q025[i] ?? Number.NaN, 1e-6);
      near(quantile(0.05), expected.q05[i] ?? Number.NaN, 1e-6);
      near(quantile(0.25), expected.q25[i] ?? Number.NaN, 1e-6);
      near(posterior.median, expected.median[i] ?? Number.NaN, 1e-6);
      near(quantile(0.75), expected.q75[i] ?? Number.NaN, 1e-6);
      near(quantile(0.95), expected.q95[i] ?? Number.NaN, 1e-6);
      near(posterior.high, expected.q975[i] ?? Number.NaN, 1e-6);
    });
  });

  it("shows nothing where nobody could have passed anything on", () => {
    const [first, ...others] = coriRt({ shares: [0, 0, 0, 4, 4, 4] }, [0, 1], 2);
    expect(first).toEqual({ first: 1, last: 2, posterior: null });
    expect(others.every(({ posterior }) => posterior !== null)).toBe(true);
  });

  it("has no window in a series that is too short", () => {
    expect(coriRt({ shares: [1, 2] }, [0, 1], 2)).toEqual([]);
    expect(coriRt({ shares: [] }, [0, 1], 2)).toEqual([]);
  });
});

describe("serial interval", () => {
  it.each(oracle.discretised_si)("mean $mean, sd $sd, by EpiEstim", ({ mean, sd, weights_from_lag0 }) => {
    const weights = serialInterval(mean, sd, weights_from_lag0.length);
    weights_from_lag0.forEach((w, lag) => {
      expect(Math.abs((weights[lag] ?? 0) - w)).toBeLessThan(1e-10);
    });
  });

  it("sums to 1 and keeps the mean", () => {
    const weights = serialInterval(6.4, 2.5, 200);
    near(
      weights.reduce((sum, w) => sum + w, 0),
      1,
      1e-12,
    );
    near(
      weights.reduce((sum, w, lag) => sum + w * lag, 0),
      6.4,
      1e-10,
    );
  });

  it("refuses a mean that leaves nothing above the first step", () => {
    expect(() => serialInterval(1, 1, 10)).toThrow(RangeError);
    expect(() => serialInterval(2, 0, 10)).toThrow(RangeError);
    expect(serialInterval(1.01, 1, 10)).toHaveLength(10);
  });

  it("reads an empirical F step by step, lag 0 in the first", () => {
    const lagCdf = (age: number) => (age < 0 ? 0 : Math.min(1, 0.25 + age / 40));
    const weights = serialIntervalOfLags(lagCdf, 10, 30);
    expect(weights).toEqual([0, 0.5, 0.25, 0.25]);
  });
});

describe("Wallinga and Teunis 2004, by EpiEstim", () => {
  it.each(oracle.wallinga_teunis)("$name", ({ input, expected }) => {
    const { incidence, si_mean, si_sd } = input;
    const rows = wallingaTeunis({ shares: incidence }, serialInterval(si_mean, si_sd, incidence.length));
    const of = (start: number, end: number) => {
      const days = incidence.map((cases, day) => ({ cases, day })).slice(start - 1, end);
      const total = days.reduce((sum, { cases }) => sum + cases, 0);
      return days.reduce((sum, { cases, day }) => sum + cases * (rows[day]?.seen ?? 0), 0) / total;
    };
    expected.mean.forEach((mean, i) => {
      near(of(expected.t_start[i] ?? 0, expected.t_end[i] ?? 0), mean, 1e-8);
    });
  });

  it("corrects the end of the series for what is still to come", () => {
    const rows = wallingaTeunis({ shares: [1, 2, 4, 8], seeds: [1, 0, 0, 0] }, [0, 0.5, 0.5]);
    // Pressures by hand: 0.5, 1.5, 3.
    expect(rows.map(({ followed }) => followed)).toEqual([1, 1, 0.5, 0]);
    near(rows[2]?.seen, (0.5 * 8) / 3, 1e-14);
    near(rows[2]?.corrected, 8 / 3, 1e-14);
    expect(rows.map(({ censored }) => censored)).toEqual([false, false, true, true]);
    expect(rows[3]).toEqual({ seen: 0, followed: 0, corrected: null, censored: true });
  });

  it("shares out everybody but seeds", () => {
    const shares = [3, 5, 4, 6, 2, 1, 0, 2];
    const seeds = [3, 1, 0, 2, 0, 0, 0, 0];
    const rows = wallingaTeunis({ shares, seeds }, [0, 0.6, 0.3, 0.1]);
    const given = rows.reduce((sum, { seen }, day) => sum + (seen ?? 0) * (shares[day] ?? 0), 0);
    near(given, 4 + 4 + 4 + 2 + 1 + 2, 1e-12);
    expect(rows[6]?.seen).toBeNull();
  });
});
