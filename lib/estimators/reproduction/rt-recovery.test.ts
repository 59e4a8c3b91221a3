import { describe, expect, it } from "vitest";
import { forestOf, windowsOf } from "#lib/estimators/reproduction/testing/rt-forest.ts";
import { drawExponential } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { cohortTable } from "./cohort-table.ts";
import { rtContinuous } from "./rt-continuous.ts";

describe("recovery of a known R from simulated cascades", () => {
  const lagCdf = (age: number) => (age <= 0 ? 0 : Math.min(1, Math.expm1(-age / 3) / Math.expm1(-10)));
  const model = { lagCdf, horizon: 30 };

  /** Ten seeds at 0 with 40 children each; every sharer has children by a negative binomial law, lags by F. */
  function cascades(random: Random, r: number, dispersion: number) {
    const born = Array<number>(10).fill(0);
    const parents = Array<number>(10).fill(-1);
    const add = (parent: number) => {
      born.push((born[parent] ?? 0) + drawExponential(random, 3, 30));
      parents.push(parent);
    };
    for (let seed = 0; seed < 10; seed++) for (let child = 0; child < 40; child++) add(seed);
    for (let share = 10; share < born.length; share++) {
      for (let child = drawNegativeBinomial(random, r, dispersion); child > 0; child--) add(share);
    }
    return forestOf(born, parents);
  }

  function recover(r: number, dispersion: number) {
    const random = seededRandom(17);
    const windows = windowsOf([...Array(11).keys()].map((i) => 2 * i));
    const shown = Array.from({ length: 60 }, () =>
      rtContinuous(cascades(random, r, dispersion), windows, model),
    )
      .flatMap((series) => series.windows)
      .filter(({ posterior }) => posterior !== null && !posterior.tooFew);
    const total = (field: "children" | "exposure") => shown.reduce((sum, window) => sum + window[field], 0);
    const covers = shown.filter(({ posterior }) => posterior && posterior.low <= r && r <= posterior.high);
    return { r: total("children") / total("exposure"), coverage: covers.length / shown.length };
  }

  it("from independent children, covered as often as it says", () => {
    const { r, coverage } = recover(0.8, Number.POSITIVE_INFINITY);
    expect(Math.abs(r - 0.8)).toBeLessThan(0.02);
    expect(coverage).toBeGreaterThan(0.93);
  });

  it("from a few spreaders, covered nearly as often", () => {
    const { r, coverage } = recover(0.8, 0.5);
    expect(Math.abs(r - 0.8)).toBeLessThan(0.04);
    expect(coverage).toBeGreaterThan(0.9);
  });

  it("in cohorts too young to be complete", () => {
    const random = seededRandom(23);
    const rows = Array.from({ length: 60 }, () =>
      cohortTable(cascades(random, 0.8, 1), [0, 2, 4, 6], { ...model, asOf: 6, dispersion: 2 }),
    ).flat();
    const total = (field: "children" | "effective" | "shares") =>
      rows.reduce((sum, row) => sum + row[field], 0);
    expect(Math.abs(total("children") / total("effective") - 0.8)).toBeLessThan(0.03);
    expect(total("children") / total("shares")).toBeLessThan(0.6);
    const covered = rows.filter(({ low, high }) => (low ?? 1) <= 0.8 && 0.8 <= (high ?? 0)).length;
    expect(covered / rows.length).toBeGreaterThan(0.9);
  });
});
