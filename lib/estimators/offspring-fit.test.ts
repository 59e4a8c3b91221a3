import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { totalProgenyAtLeast } from "#lib/stats/total-progeny.ts";
import { moreShares, offspringFit, offspringTail } from "./offspring-fit.ts";

/** The fit to mature sharers, given as the children of each by cascade. */
function fitOf(cascades: readonly (readonly number[])[]) {
  const count = cascades.flat();
  const histogram = new Map<number, number>();
  for (const children of count) histogram.set(children, (histogram.get(children) ?? 0) + 1);
  const cascade = cascades.flatMap((own, j) => own.map(() => j));
  const shares = { count, exposure: count.map(() => 1), cascade, cascades: cascades.length };
  return offspringFit(histogram, { shares });
}

const fit = { isHeavier: false, dispersion: 0.3 };
const k = { value: 0.5, low: 0.4, high: 0.625 };
const plain = (more: number, mean: number) =>
  totalProgenyAtLeast(more, { seeds: 10, law: { mean, dispersion: 0.3 } });

describe("fit", () => {
  it("says nothing of nobody", () => {
    expect(offspringFit(new Map())).toMatchObject({
      shares: 0,
      reproduction: { value: null, why: "empty", note: "nobody-reshared" },
      dispersion: { value: null, why: "empty" },
      isHeavier: false,
    });
    expect(offspringTail(new Map(), null)).toEqual([]);
  });

  it("bounds R and has no k when nobody had a child", () => {
    const fit = offspringFit(new Map([[0, 20]]));
    expect(fit.reproduction).toEqual({ value: 0, low: 0, high: -Math.log(0.05) / 20, note: "no-children" });
    expect(fit.dispersion).toEqual({ value: null, why: "too-few", note: "no-children" });
  });

  it("gives k an interval but no value below ten parents, and both from ten on", () => {
    const few = fitOf(new Array(6).fill([0, 0, 0, 0, 0, 0, 1]).concat([[4], [4], [4]]));
    const { low, high } = few.dispersion;
    expect(few.parents).toBe(9);
    expect(few.dispersion).toEqual({ value: null, why: "too-few", low, high });
    expect([Number(low) > 0, Number(high) > Number(low)]).toEqual([true, true]);
    const enough = fitOf(new Array(7).fill([0, 0, 0, 0, 0, 0, 1]).concat([[4], [4], [4]]));
    expect(enough.dispersion).toMatchObject({
      value: enough.model?.dispersion,
      effective: expect.any(Number),
    });
    expect(Number(enough.dispersion.low)).toBeLessThan(Number(enough.dispersion.value));
    expect(Number(enough.dispersion.high)).toBeGreaterThan(Number(enough.dispersion.value));
  });

  it("is warned of a tail that no negative binomial has, and trusts one that it has", () => {
    const random = seededRandom(2);
    const counts = Array.from({ length: 5000 }, () => drawNegativeBinomial(random, 0.8, 0.3));
    const histogram = new Map<number, number>();
    for (const count of counts) histogram.set(count, (histogram.get(count) ?? 0) + 1);
    expect(offspringFit(histogram).isHeavier).toBe(false);
    const spiked = offspringFit(new Map([...histogram, [400, 3]]));
    expect(spiked.isHeavier).toBe(true);
    expect(spiked.dispersion).toEqual({ value: spiked.model?.dispersion, note: "heavier-tail" });
  });

  it("says of how few cascades k is, and gives none of an infinite one", () => {
    const cascade = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4];
    const alone = fitOf([[...cascade, ...cascade]]).dispersion;
    expect(alone).toEqual({ value: expect.any(Number), note: "one-cascade" });
    expect(fitOf([cascade, cascade]).dispersion).toMatchObject({
      note: "few-cascades",
      low: expect.any(Number),
    });
    expect(fitOf(new Array(9).fill(cascade)).dispersion).not.toHaveProperty("note");
    expect(fitOf(new Array(12).fill([0, 1])).dispersion).toEqual({ value: Number.POSITIVE_INFINITY });
  });

  it("shows the fitted tail over the data", () => {
    const random = seededRandom(4);
    const histogram = new Map<number, number>();
    for (let i = 0; i < 20_000; i++) {
      const count = drawNegativeBinomial(random, 1, 0.5);
      histogram.set(count, (histogram.get(count) ?? 0) + 1);
    }
    const tail = offspringTail(histogram, offspringFit(histogram).model);
    expect(tail[0]).toEqual({ children: 0, seen: 1, fitted: 1 });
    for (const { seen, fitted } of tail) expect(Math.abs(seen - fitted!)).toBeLessThan(0.01);
    expect(offspringTail(new Map([[0, 2]]), offspringFit(new Map([[0, 2]])).model)).toEqual([
      { children: 0, seen: 1, fitted: null },
    ]);
  });
});

describe("probability of more shares", () => {
  it("averages over K and lies between the answers for its ends", () => {
    const estimate = moreShares(20, { seeds: 10, k, fit });
    expect(estimate).toMatchObject({ low: plain(20, 0.4), high: plain(20, 0.625) });
    expect(estimate.note).toBeUndefined();
    expect(estimate.value).not.toBe(plain(20, 0.5));
    expect(Math.abs(estimate.value! - plain(20, 0.5))).toBeLessThan(0.02);
  });

  it("holds its value even where that is all in the tail of K", () => {
    const wide = moreShares(400, { seeds: 1, k: { value: 0.1, low: 0.05, high: 0.2 }, fit });
    if (wide.value === null || wide.high === undefined) throw new Error("unknown");
    expect(wide.high).toBeGreaterThanOrEqual(wide.value);
  });

  it("takes seeds of their own kind", () => {
    const seedLaw = { mean: 6, dispersion: 1 };
    const apart = moreShares(20, { seeds: 10, seedLaw, k, fit });
    expect(apart.value).toBeGreaterThan(moreShares(20, { seeds: 10, k, fit }).value!);
  });

  it("leans on K alone where it has no interval, and on its upper end where nobody had a child", () => {
    expect(moreShares(20, { seeds: 10, k: { value: 0.5 }, fit })).toEqual({
      value: plain(20, 0.5),
      note: "optimistic",
    });
    const childless = { value: 0, low: 0, high: 0.3, note: "no-children" } as const;
    expect(moreShares(3, { seeds: 10, k: childless, fit })).toEqual({
      value: 0,
      low: 0,
      high: plain(3, 0.3),
      note: "optimistic",
    });
    expect(moreShares(0, { seeds: 10, k: childless, fit }).value).toBe(1);
  });

  it("is not read off a model with too light a tail, nor off an unknown K", () => {
    const heavier = moreShares(20, { seeds: 10, k, fit: { ...fit, isHeavier: true } });
    expect(heavier).toEqual({ value: null, why: "too-few", note: "heavier-tail" });
    const unknown = { value: null, why: "censored" } as const;
    expect(moreShares(20, { seeds: 10, k: unknown, fit })).toEqual(unknown);
  });
});
