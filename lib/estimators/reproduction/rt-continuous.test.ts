import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { ORPHAN } from "#lib/cascade/forest.ts";
import { forestOf, linksOf, windowsOf } from "#lib/estimators/reproduction/testing/rt-forest.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { cohortTable } from "./cohort-table.ts";
import { rtContinuous } from "./rt-continuous.ts";
import { rtDispersion } from "./rt-dispersion.ts";
import { rtPosterior } from "./rt-posterior.ts";

const near = (actual: number | null | undefined, expected: number, relative = 1e-8) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

// Uniform lags up to 10, so that exposure can be written down by hand.
const uniform = { lagCdf: (age: number) => Math.min(1, Math.max(0, age / 10)), horizon: 10 };

describe("who is counted", () => {
  it("leaves out seeds, their children and orphans, but not the children of orphans", () => {
    const forest = buildForest([
      { code: "seed", via: null, at: 0 },
      { code: "sharer", via: "seed", at: 1 },
      { code: "grandchild", via: "sharer", at: 4 },
      { code: "orphan", via: "gone", at: 2 },
      { code: "of-orphan", via: "orphan", at: 5 },
    ]);
    expect(forest.faults.filter((fault) => fault === ORPHAN)).toHaveLength(1);
    const { windows } = rtContinuous(forest, [{ from: 0, to: 6 }], uniform);
    expect(windows[0]?.children).toBe(2);
    near(windows[0]?.exposure, 0.5 + 0.4 + 0.2 + 0.1, 1e-14);
    const [row] = cohortTable(forest, [0, 3], { ...uniform, asOf: 6, dispersion: 1 });
    expect([row?.shares, row?.children]).toEqual([2, 2]);
  });

  it("opens windows at the left, and closes them at the right", () => {
    const forest = forestOf([0, 1, 3], [-1, 0, 1]);
    const count = (from: number, to: number) =>
      rtContinuous(forest, [{ from, to }], uniform).windows[0]?.children;
    expect([count(2, 3), count(3, 4), count(2, 4)]).toEqual([1, 0, 1]);
  });

  it("counts no child beyond the horizon", () => {
    const count = (at: number) => {
      const forest = forestOf([0, 1, at], [-1, 0, 1]);
      const [row] = cohortTable(forest, [0, 5], { ...uniform, asOf: 30, dispersion: 1 });
      return [rtContinuous(forest, [{ from: 0, to: 30 }], uniform).windows[0]?.children, row?.children];
    };
    expect(count(11)).toEqual([1, 1]);
    expect(count(12)).toEqual([0, 0]);
  });

  it("gives lags of 0 to the window in which the parent was born", () => {
    const atom = { lagCdf: (age: number) => (age < 0 ? 0 : Math.min(1, 0.5 + age / 20)), horizon: 10 };
    const { windows } = rtContinuous(forestOf([0, 4], [-1, 0]), windowsOf([0, 4, 9, 14]), atom);
    expect(windows.map(({ exposure }) => exposure)).toEqual([0.5, 0.25, 0.25]);
  });
});

describe("exposure", () => {
  const random = seededRandom(3);
  const born = [0, ...Array.from({ length: 400 }, () => 100 * random.next())].sort((a, b) => a - b);
  const parents = born.map((_, i) => (i === 0 ? -1 : Math.floor(i * random.next())));
  const windows = windowsOf([...Array(13).keys()].map((i) => 9 * i)).concat(
    { from: 3, to: 50 },
    { from: 99, to: 300 },
  );

  it("is the sum over shares of METRICS §2.4, however windows overlap", () => {
    const forest = forestOf(born, parents);
    const series = rtContinuous(forest, windows, uniform);
    series.windows.forEach(({ from, to, exposure }) => {
      const direct = born
        .slice(1)
        .filter((at) => at < to)
        .reduce((sum, at) => sum + uniform.lagCdf(to - at) - uniform.lagCdf(Math.max(from - at, 0)), 0);
      expect(Math.abs(exposure - direct)).toBeLessThan(1e-11);
    });
    expect(series.windows.reduce((sum, { children }) => sum + children, 0)).toBeGreaterThan(0);
  });

  it("does not depend on the order of shares", () => {
    const links = linksOf(born, parents);
    const shuffled = links.map((link, i) => ({ link, key: (i * 271) % 401 })).sort((a, b) => a.key - b.key);
    const other = buildForest(shuffled.map(({ link }) => link));
    expect(rtContinuous(other, windows, uniform)).toEqual(rtContinuous(buildForest(links), windows, uniform));
  });
});

describe("what is shown", () => {
  it("is nothing where there are no data, and grey where there are few", () => {
    const born = [0, ...Array.from({ length: 60 }, (_, i) => 1 + i / 100)];
    const parents = born.map((_, i) => (i === 0 ? -1 : i < 31 ? 0 : i - 30));
    const { windows } = rtContinuous(forestOf(born, parents), windowsOf([-9, 0, 11, 12, 40]), uniform);
    expect(windows[0]?.posterior).toBeNull();
    expect(windows[1]?.posterior).toMatchObject({ grey: false, tooFew: false });
    expect(windows[2]?.posterior).toMatchObject({ grey: true, tooFew: true });
    expect(windows[3]?.posterior).toBeNull();
    expect(rtContinuous(buildForest([]), [{ from: 0, to: 1 }], uniform).windows[0]?.posterior).toBeNull();
    expect(rtContinuous(buildForest([]), [], uniform)).toEqual({ windows: [], dispersion: 1 });
  });

  it("turns grey at a coefficient of variation of 0.3", () => {
    expect(rtPosterior(10, 10).grey).toBe(true);
    expect(rtPosterior(11, 10).grey).toBe(false);
    expect(rtPosterior(22, 20, undefined, 2.3).grey).toBe(true);
  });

  it("has a posterior in closed form", () => {
    // Shape 1 is the exponential distribution.
    const { mean, median, low, high, aboveOne } = rtPosterior(0, 3);
    near(mean, 0.25, 1e-14);
    near(median, Math.LN2 / 4, 1e-10);
    near(low, -Math.log1p(-0.025) / 4, 1e-10);
    near(high, -Math.log(0.025) / 4, 1e-10);
    near(aboveOne, Math.exp(-4), 1e-10);
  });

  it("measures dispersion around the pooled R, of windows with enough exposure", () => {
    const windows = [
      { children: 2, exposure: 10 },
      { children: 18, exposure: 10 },
      { children: 9, exposure: 1 },
    ];
    near(rtDispersion(windows), (8 ** 2 / 10) * 2, 1e-14);
    expect(rtDispersion(windows.slice(1))).toBe(1);
    expect(rtDispersion(windows.map((window) => ({ ...window, children: 0 })))).toBe(1);
    expect(rtDispersion([])).toBe(1);
  });
});
