import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { drawExponential, drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { generationInterval } from "./interval.ts";
import { defaultKernel, lagHistogram } from "./lag-distribution.ts";
import { type LagSample, lagSample } from "./lag-sample.ts";

/** Shares of ages up to `oldest`, each with Poisson(1) children at exponential lags, as far as they are seen. */
function young(cascades: number, oldest: number, meanLag: number, random: Random): LagSample {
  const age: number[] = [];
  const cascade: number[] = [];
  const lag: number[] = [];
  const parent: number[] = [];
  for (let share = 0; share < cascades * 20; share++) {
    age.push(random.next() * oldest);
    cascade.push(Math.floor(share / 20));
    const lags = Array.from({ length: drawPoisson(random, 1) }, () =>
      Math.round(drawExponential(random, meanLag)),
    );
    for (const one of lags.filter((born) => born <= age[share]!)) {
      lag.push(one);
      parent.push(share);
    }
  }
  return {
    population: "sharers",
    cascades,
    roots: Int32Array.from({ length: cascades }, (_, i) => 20 * i),
    age: Float64Array.from(age),
    cascade: Int32Array.from(cascade),
    lag: Float64Array.from(lag),
    parent: Int32Array.from(parent),
    mistimed: new Uint8Array(lag.length),
  };
}

/** Fifteen mature shares in each cascade; the first of them has the lags. */
function mature(cascades: readonly (readonly number[])[]): LagSample {
  const lags = cascades.flatMap((own, c) => own.map((lag) => ({ lag, parent: 15 * c })));
  return {
    population: "sharers",
    cascades: cascades.length,
    roots: Int32Array.from(cascades, (_, i) => 15 * i),
    age: new Float64Array(15 * cascades.length).fill(30 * DAY),
    cascade: Int32Array.from({ length: 15 * cascades.length }, (_, i) => Math.floor(i / 15)),
    lag: Float64Array.from(lags, ({ lag }) => lag),
    parent: Int32Array.from(lags, ({ parent }) => parent),
    mistimed: new Uint8Array(lags.length),
  };
}
const minutes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => (from + i) * MINUTE);

describe("generationInterval", () => {
  const week = defaultKernel(7 * DAY);

  it("is the distribution of the lags once all shares are mature", () => {
    const found = generationInterval(mature([minutes(1, 30), minutes(31, 60)]), week, seededRandom(1));
    expect(found).toMatchObject({ lags: 60, assumed: false, within: 7 * DAY });
    expect(found.median).toMatchObject({ value: 30 * MINUTE, note: "few-cascades" });
    expect([found.lowerQuartile, found.upperQuartile]).toEqual([15 * MINUTE, 45 * MINUTE]);
    expect(found.mean).toBeCloseTo(30.5 * MINUTE, 6);
    expect([0, MINUTE - 1, MINUTE, 30 * MINUTE, 7 * DAY, 8 * DAY].map(found.cdf)).toEqual(
      [0, 0, 1 / 60, 0.5, 1, 1].map((part) => expect.closeTo(part, 12)),
    );
    expect(found.median).not.toHaveProperty("low");
  });

  it("gives an interval from ten cascades with a lag on, however many have none", () => {
    const cascades = (n: number) => Array.from({ length: n }, (_, c) => minutes(6 * c + 1, 6 * c + 6));
    const ten = generationInterval(mature(cascades(10)), week, seededRandom(1)).median;
    expect(ten).toEqual({ value: 30 * MINUTE, low: expect.any(Number), high: expect.any(Number) });
    const nine = generationInterval(mature([...cascades(9), [], []]), week, seededRandom(1)).median;
    expect(nine).toEqual({ value: 27 * MINUTE, note: "few-cascades" });
    const late = generationInterval(mature([...cascades(9), [8 * DAY]]), week, seededRandom(1)).median;
    expect(late).toEqual({ value: 27 * MINUTE, note: "few-cascades" });
  });

  it("counts lags of 0 from the start, and leaves out children that precede their parent", () => {
    const sample = mature([new Array(30).fill(0), [...new Array(20).fill(0), ...minutes(1, 10)]]);
    const mistimed = sample.mistimed.map((_, child) => (child < 5 ? 1 : 0));
    const found = generationInterval({ ...sample, mistimed }, week, seededRandom(1));
    expect(found.lags).toBe(55);
    expect(found.cdf(0)).toBeCloseTo(45 / 55, 12);
    expect(found.cdf(-1)).toBe(0);
    expect(found.median.value).toBe(0);
  });

  it("recovers the lags of a young campaign, of which the long ones have not come yet", () => {
    const random = seededRandom(8);
    const truth = defaultKernel(12 * HOUR, 4 * HOUR);
    const sample = young(200, 12 * HOUR, 4 * HOUR, random);
    const naive = sample.lag.slice().sort()[sample.lag.length >> 1]!;
    const found = generationInterval(sample, defaultKernel(10 * HOUR, 4 * HOUR), random);
    const wanted = defaultKernel(10 * HOUR, 4 * HOUR);
    expect(found.assumed).toBe(false);
    expect(Math.abs(found.median.value! / wanted.quantile(0.5) - 1)).toBeLessThan(0.1);
    expect(Math.abs(found.mean / wanted.mean - 1)).toBeLessThan(0.1);
    expect(naive / truth.quantile(0.5)).toBeLessThan(0.85);
  });

  it("covers the true median in about 95 % of campaigns", () => {
    const random = seededRandom(9);
    const assumed = defaultKernel(8 * HOUR, 2 * HOUR);
    const truth = assumed.quantile(0.5);
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const { median } = generationInterval(young(15, 16 * HOUR, 2 * HOUR, random), assumed, random);
      if (median.value !== null && median.low! <= truth && truth <= median.high!) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(52);
  });

  it("stands on the reach of the data and says so", () => {
    const found = generationInterval(young(30, 6 * HOUR, HOUR, seededRandom(3)), week, seededRandom(3));
    expect(found.within).toBeLessThan(6 * HOUR);
    expect(found.within).toBeGreaterThan(5 * HOUR);
    const { within } = found;
    expect(found.median).toMatchObject({ note: "shortened-horizon", within, low: expect.any(Number) });
    const few = generationInterval(young(9, 6 * HOUR, HOUR, seededRandom(3)), week, seededRandom(3));
    expect(few.median).toEqual({ value: expect.any(Number), note: "few-cascades", within: few.within });
    expect([found.cdf(found.within), found.quantile(1) <= found.within]).toEqual([1, true]);
  });

  it("gathers many lags for the bootstrap without moving it", () => {
    const sample = young(60, 30 * HOUR, 2 * HOUR, seededRandom(5));
    const coarse = { ...sample, lag: sample.lag.map((lag) => Math.round(lag / (15 * MINUTE)) * 15 * MINUTE) };
    const [fine, exact] = [sample, coarse].map((one) => {
      const { median } = generationInterval(one, week, seededRandom(6));
      if (median.value === null) throw new Error("no median");
      return { value: median.value, low: median.low!, high: median.high! };
    });
    expect(Math.abs(fine!.low - exact!.low)).toBeLessThan(16 * MINUTE);
    expect(Math.abs(fine!.high - exact!.high)).toBeLessThan(16 * MINUTE);
    expect(fine!.low).toBeLessThan(fine!.value);
    expect(fine!.high).toBeGreaterThan(fine!.value);
  });

  it("gives equal answers to equal seeds, and no interval to one cascade", () => {
    const sample = young(12, 30 * HOUR, 2 * HOUR, seededRandom(5));
    const day = defaultKernel(DAY);
    const [first, second] = [0, 1].map(() => generationInterval(sample, day, seededRandom(1)).median);
    expect(first).toEqual(second);
    expect(first).not.toHaveProperty("note");
    const alone = generationInterval(mature([minutes(1, 60)]), week, seededRandom(1)).median;
    expect(alone).toEqual({ value: 30 * MINUTE, note: "one-cascade" });
  });

  it("falls back on the assumed distribution, labelled, below 50 lags or 10 shares", () => {
    const assumed = { value: week.quantile(0.5), note: "assumed-kernel" };
    const few = generationInterval(mature([minutes(1, 49), []]), week, seededRandom(1));
    expect(few).toMatchObject({ lags: 49, assumed: true, median: assumed, mean: week.mean, within: 7 * DAY });
    expect(generationInterval(mature([minutes(1, 50), []]), week, seededRandom(1)).assumed).toBe(false);
    const nine = {
      ...mature([minutes(1, 60)]),
      age: new Float64Array(9).fill(DAY * 9),
      cascade: new Int32Array(9),
    };
    expect(generationInterval(nine, week, seededRandom(1))).toMatchObject({ lags: 60, median: assumed });
    const none = lagSample(buildForest([]), 0, "sharers");
    expect(generationInterval(none, week, seededRandom(1)).median).toEqual(assumed);
  });
});

describe("defaultKernel", () => {
  it.each([
    ["Lomax", defaultKernel(7 * DAY), (x: number) => 1 - (750_000 / (x + 750_000)) ** 0.41],
    ["exponential", defaultKernel(7 * DAY, 2 * DAY), (x: number) => 1 - Math.exp(-x / (2 * DAY))],
  ])("is %s on lags within the horizon", (_name, kernel, whole) => {
    expect([-1, 0, 7 * DAY, 8 * DAY].map(kernel.cdf)).toEqual([0, 0, 1, 1]);
    for (const age of [1, 1000, HOUR, DAY, 6 * DAY]) {
      expect(kernel.cdf(age)).toBeCloseTo(whole(age) / whole(7 * DAY), 12);
      expect(kernel.quantile(kernel.cdf(age)) / age).toBeCloseTo(1, 9);
    }
    expect(kernel.quantile(1)).toBeCloseTo(7 * DAY, 3);
    // The mean is the area above F, here by the midpoint rule in small steps.
    const steps = 100_000;
    const step = (7 * DAY) / steps;
    const area = Array.from({ length: steps }, (_, i) => step * (1 - kernel.cdf((i + 0.5) * step)));
    expect(kernel.mean / area.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 3);
  });
});

it("draws a histogram on doubling bins that holds every lag once", () => {
  const { cdf } = defaultKernel(7 * DAY);
  const bins = lagHistogram({ cdf, within: 7 * DAY });
  expect(bins.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
    [0, 1000],
    [1000, 2000],
    [2000, 4000],
  ]);
  expect(bins.at(-1)).toMatchObject({ to: 7 * DAY });
  expect(bins.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1, 12);
  expect(lagHistogram({ cdf, within: 500 })).toEqual([{ from: 0, to: 500, part: cdf(500) }]);
});
