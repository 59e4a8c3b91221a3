import { describe, expect, it } from "vitest";
import { totalProgenyAtLeast } from "#lib/stats/total-progeny.ts";
import { moreShares } from "./more-shares.ts";

const fit = { isHeavier: false, dispersion: 0.3 };
const k = { value: 0.5, low: 0.4, high: 0.625 };
const plain = (more: number, mean: number) =>
  totalProgenyAtLeast(more, { seeds: 10, law: { mean, dispersion: 0.3 } });

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
