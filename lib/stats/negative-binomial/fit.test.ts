import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { REAL_OFFSPRING_CASES } from "#lib/stats/testing/real-offspring-cases.ts";
import { negativeBinomialLogPmf } from "./distribution.ts";
import { type NegativeBinomialFit, negativeBinomialFit } from "./fit.ts";

interface OffspringCase {
  readonly name: string;
  readonly input: { readonly histogram: Readonly<Record<string, number>> };
  readonly expected: {
    readonly mean: number;
    readonly k: number | "Infinity" | null;
    readonly poisson_loglik: number;
    readonly loglik?: number;
    readonly lrt_vs_poisson?: number;
    readonly lrt_p_boundary?: number;
    readonly k_profile95?: readonly (number | "Infinity")[];
    readonly R_profile95?: readonly (number | "Infinity")[];
    readonly R_upper95_exact?: number;
  };
}

const read = (url: URL): OffspringCase[] => JSON.parse(readFileSync(url, "utf8")).cases;
const cases = read(new URL("../../estimators/oracles/offspring-negbin.json", import.meta.url));
// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../../shared/oracles/offspring-negbin.json", import.meta.url);
const realCases = existsSync(realUrl) ? read(realUrl).filter(({ name }) => name.startsWith("weibo")) : [];

const histogramOf = (counts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(counts).map(([count, shares]) => [Number(count), shares]));

function tally(counts: Iterable<number>): Map<number, number> {
  const histogram = new Map<number, number>();
  for (const count of counts) histogram.set(count, (histogram.get(count) ?? 0) + 1);
  return histogram;
}

function fitted(histogram: ReadonlyMap<number, number>): NegativeBinomialFit {
  const fit = negativeBinomialFit(histogram);
  if (fit === null) throw new Error("nothing to fit");
  return fit;
}

function expectRelative(actual: number | null, expected: number, tolerance: number): void {
  if (!Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(tolerance);
}

function expectOracle({ input, expected }: OffspringCase): void {
  const fit = fitted(histogramOf(input.histogram));
  if (expected.k === null) {
    expect(fit).toMatchObject({ mean: 0, dispersion: null, dispersionEnds: null });
    expectRelative(fit.meanEnds.high, expected.R_upper95_exact!, 1e-12);
    return;
  }
  expectRelative(fit.mean, expected.mean, 1e-12);
  expectRelative(fit.dispersion, Number(expected.k), 1e-6);
  expect(Math.abs(fit.logLikelihood - (expected.loglik ?? expected.poisson_loglik))).toBeLessThan(1e-6);
  const [kLow, kHigh] = expected.k_profile95!.map(Number);
  const [rLow, rHigh] = expected.R_profile95!.map(Number);
  expectRelative(fit.dispersionEnds?.low ?? null, kLow!, 1e-4);
  expectRelative(fit.dispersionEnds?.high ?? null, kHigh!, 1e-4);
  expectRelative(fit.meanEnds.low, rLow!, 1e-4);
  expectRelative(fit.meanEnds.high, rHigh!, 1e-4);
  if (expected.lrt_vs_poisson === undefined) {
    expect(fit.overdispersion).toEqual({ statistic: 0, p: 1 });
  } else {
    expect(Math.abs(fit.overdispersion.statistic - expected.lrt_vs_poisson)).toBeLessThan(2e-6);
    if (expected.lrt_p_boundary! > 0) expectRelative(fit.overdispersion.p, expected.lrt_p_boundary!, 1e-5);
  }
}

describe("values of R", () => {
  it.each(cases)("$name", expectOracle);

  describe("real cascades, read from ../shared/oracles when it stands beside the repository", () => {
    it.each(realCases)("$name", expectOracle);
    if (realCases.length === 0) it.skip.each(REAL_OFFSPRING_CASES)("%s", () => {});
  });
});

it("has nothing to say when no share was watched", () => {
  expect(negativeBinomialFit(new Map())).toBeNull();
  expect(negativeBinomialFit(new Map([[0, 3]]), [{ exposure: 0, shares: 3, children: 0 }])).toBeNull();
});

it("does not depend on the order of the histogram", () => {
  const entries = [...histogramOf(cases[0]!.input.histogram)];
  expect(fitted(new Map(entries.toReversed()))).toEqual(fitted(new Map(entries)));
});

it("adds up the probabilities of single counts, also of very large ones", () => {
  const histogram = new Map([
    [0, 900],
    [1, 60],
    [40, 3],
    [700, 2],
    [1_000_000, 1],
  ]);
  const { mean, dispersion, logLikelihood, meanEnds, dispersionEnds } = fitted(histogram);
  let sum = 0;
  for (const [count, shares] of histogram) sum += shares * negativeBinomialLogPmf(count, mean, dispersion!);
  expectRelative(logLikelihood, sum, 1e-9);
  expect(meanEnds.low).toBeLessThan(mean);
  expect(meanEnds.high).toBeGreaterThan(mean);
  expect(dispersionEnds!.low).toBeLessThan(dispersion!);
  expect(dispersionEnds!.high).toBeGreaterThan(dispersion!);
});

it("leaves R unbounded when one share of two had a million children", () => {
  const { meanEnds } = fitted(
    new Map([
      [0, 1],
      [1_000_000, 1],
    ]),
  );
  expect(meanEnds.low).toBeGreaterThan(0);
  expect(meanEnds.high).toBeGreaterThan(1e9);
});

describe("recovery", () => {
  it.each([
    [0.4, 0.12],
    [0.9, 0.5],
    [2, 5],
  ])("of R = %d and k = %d: intervals hold them about 95 times in 100", (mean, dispersion) => {
    const random = seededRandom(7);
    let holdsMean = 0;
    let holdsDispersion = 0;
    for (let run = 0; run < 200; run++) {
      const fit = fitted(
        tally(Array.from({ length: 400 }, () => drawNegativeBinomial(random, mean, dispersion))),
      );
      if (fit.meanEnds.low <= mean && mean <= fit.meanEnds.high) holdsMean += 1;
      const { low, high } = fit.dispersionEnds!;
      if (low <= dispersion && dispersion <= high) holdsDispersion += 1;
    }
    expect(holdsMean).toBeGreaterThan(180);
    expect(holdsDispersion).toBeGreaterThan(180);
  });

  it("finds Poisson counts overdispersed about 5 times in 100", () => {
    const random = seededRandom(11);
    let rejected = 0;
    for (let run = 0; run < 400; run++) {
      const counts = Array.from({ length: 200 }, () => drawPoisson(random, 0.8));
      if (fitted(tally(counts)).overdispersion.p < 0.05) rejected += 1;
    }
    expect(rejected).toBeGreaterThan(5);
    expect(rejected).toBeLessThan(36);
  });

  it("of R and k from shares that were watched for a part of their time only", () => {
    const random = seededRandom(3);
    const histogram = new Map<number, number>();
    const groups = [0.05, 0.2, 0.5, 0.9, 1].map((exposure) => {
      let children = 0;
      for (let i = 0; i < 20_000; i++) {
        const count = drawNegativeBinomial(random, 0.8 * exposure, 0.3);
        histogram.set(count, (histogram.get(count) ?? 0) + 1);
        children += count;
      }
      return { exposure, shares: 20_000, children };
    });
    const fit = negativeBinomialFit(histogram, groups)!;
    expectRelative(fit.mean, 0.8, 0.03);
    expectRelative(fit.dispersion, 0.3, 0.04);
    expect(fit.meanEnds.low).toBeLessThan(0.8);
    expect(fit.meanEnds.high).toBeGreaterThan(0.8);
    expect(fit.dispersionEnds!.low).toBeLessThan(0.3);
    expect(fit.dispersionEnds!.high).toBeGreaterThan(0.3);
    const halved = groups.map((group) => ({ ...group, exposure: group.exposure / 2 }));
    expectRelative(negativeBinomialFit(histogram, halved)!.mean, 2 * fit.mean, 1e-9);
  });
});
