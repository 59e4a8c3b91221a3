import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cascadeRatio } from "./cascade-ratio.ts";
import { kFactorOf, kFactorProjection, userKOf } from "./k-of-users.ts";

interface Oracle {
  readonly kfactor: readonly {
    readonly input: { active_users: number; invites: number; converted: number };
    readonly expected: {
      readonly invites_per_user: number | null;
      readonly conversion_rate: number | null;
      readonly K: number | null;
      readonly K_jeffreys95?: readonly [number, number];
      readonly prob_K_above_1?: number;
    };
  }[];
  readonly projection: readonly {
    readonly input: { users0: number; K: number; cycle_time: number; t: number[] };
    readonly expected: { users: number[] };
  }[];
}

const oracle: Oracle = JSON.parse(readFileSync(new URL("./oracles/kfactor.json", import.meta.url), "utf8"));
const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-200);

describe("K-factor, by scipy", () => {
  it.each(oracle.kfactor)("$input", ({ input, expected }) => {
    const { active_users: users, invites, converted } = input;
    const { k, ...factors } = kFactorOf({ users, invites, converted });
    expect(factors.invitesPerUser).toBe(expected.invites_per_user);
    expect(factors.conversionRate).toBe(expected.conversion_rate);
    expect(k.value).toBe(expected.K);
    if (k.value === null) return expect(factors.aboveOne).toBeNull();
    expect(k.note).toBe("optimistic");
    near(k.low, expected.K_jeffreys95?.[0] ?? Number.NaN);
    near(k.high, expected.K_jeffreys95?.[1] ?? Number.NaN);
    // scipy's tail of 1000 users has underflowed to 0, this one has not.
    if (expected.prob_K_above_1 === 0) expect(factors.aboveOne).toBeLessThan(1e-200);
    else near(factors.aboveOne, expected.prob_K_above_1 ?? Number.NaN);
  });
});

describe("K-factor of a period whose cascades are known", () => {
  const counts = { users: 40, invites: 90, converted: 20 };
  const clusters = (each: readonly number[]) => each.map((y) => ({ x: 4, y }));

  it("is the same number, its range by leaving every cascade out", () => {
    const uneven = kFactorOf({ ...counts, clusters: clusters([10, 6, 1, 1, 1, 1, 0, 0, 0, 0]) }).k;
    expect(uneven.value).toBe(0.5);
    expect(uneven).toEqual(cascadeRatio(clusters([10, 6, 1, 1, 1, 1, 0, 0, 0, 0])));
    const { low = 0, high = 0 } = { low: 0, high: 0, ...uneven };
    const poisson = kFactorOf(counts).k as { low: number; high: number };
    expect(high / low).toBeGreaterThan(1.5 * (poisson.high / poisson.low));
  });

  it("keeps the Poisson range of one cascade, and of none that brought anybody", () => {
    expect(kFactorOf({ ...counts, clusters: [{ x: 40, y: 20 }] })).toEqual(kFactorOf(counts));
    const none = { ...counts, converted: 0 };
    expect(kFactorOf({ ...none, clusters: clusters([0, 0, 0]) })).toEqual(kFactorOf(none));
  });
});

describe("projection", () => {
  it.each(oracle.projection)("K $input.K", ({ input, expected }) => {
    input.t.forEach((at, i) => {
      near(kFactorProjection(input.users0, input.K, input.cycle_time, at), expected.users[i] ?? Number.NaN);
    });
  });

  it("is smooth at K = 1 and still at K = 0", () => {
    near(kFactorProjection(5, 1 + 1e-13, 3, 30), 55);
    near(kFactorProjection(5, 1 - 1e-13, 3, 30), 55);
    near(kFactorProjection(7, 0, 3, 30), 7);
  });
});

describe("user K of a cohort", () => {
  // Two trees, 0 → 2, 0 → 3, 3 → 5 and 1 → 4, one lone user.
  const users = {
    joinedAt: Float64Array.from([0, 10, 20, 30, 40, 90, 95]),
    broughtBy: Int32Array.from([-1, -1, 0, 0, 1, 3, -1]),
  };
  const whole = { from: 0, to: 100, horizon: 50, asOf: 150 };

  it("counts who was brought within the horizon, by trees", () => {
    expect(userKOf(users, whole)).toMatchObject({ value: 3 / 7, note: "few-cascades" });
    expect(userKOf(users, { ...whole, horizon: 60, asOf: 160 }).value).toBe(4 / 7);
    expect(userKOf(users, { ...whole, from: 25, to: 35, horizon: 60 })).toEqual({
      value: 1,
      note: "one-cascade",
    });
    const {
      low = 1,
      value,
      high = 0,
    } = { ...userKOf(users, whole) } as { low?: number; value: number; high?: number };
    expect(low < value && value < high).toBe(true);
  });

  it("equals invites per user times conversions per invite on one cohort", () => {
    const k = kFactorOf({ users: 7, invites: 20, converted: 4 });
    expect(userKOf(users, { ...whole, horizon: 60, asOf: 160 }).value).toBe(k.k.value);
  });

  it("waits until the youngest has been watched for the horizon", () => {
    expect(userKOf(users, { ...whole, asOf: 149 })).toEqual({ value: null, why: "censored" });
    expect(userKOf(users, { ...whole, from: 50, to: 60 })).toEqual({ value: null, why: "empty" });
  });

  it("bounds K when nobody was brought, and survives users who brought each other", () => {
    const lone = { joinedAt: Float64Array.from([1, 2]), broughtBy: Int32Array.from([-1, -1]) };
    expect(userKOf(lone, whole)).toEqual({ value: 0, low: 0, high: 1.5, note: "no-children" });
    const pair = { joinedAt: Float64Array.from([1, 2]), broughtBy: Int32Array.from([1, 0]) };
    expect(userKOf(pair, whole)).toEqual({ value: 1, note: "one-cascade" });
  });
});
