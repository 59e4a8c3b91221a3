import { describe, expect, it } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { inputsOfForest } from "./inputs-of-forest.ts";
import { METRICS } from "./registry.ts";

const HORIZON = 7 * DAY;
const LATER = 100 * DAY;
const SPEND = 90;

function share(code: string, via: string | null, at: number): ForestShare {
  const evidence = via === null ? null : "stated";
  const about = { channel: "x", mode: null, variant: null };
  return { code, via, evidence, person: `p${code}`, seedKind: via === null ? "paid" : null, at, ...about };
}

const of = (count: number, make: (i: number) => ForestShare) =>
  Array.from({ length: count }, (_, i) => make(i));
/** A cascade in which each share has two children, so many minutes after the first one. */
const binary = (name: string, size: number, step: number) =>
  of(size, (i) => share(`${name}${i}`, i === 0 ? null : `${name}${Math.floor((i - 1) / 2)}`, i * step));

const nobody = { value: null, why: "empty", note: "nobody-reshared" } as const;
const noLinks = { value: null, why: "too-few", note: "links-unknown" } as const;
const childlessK = { value: null, why: "too-few", note: "no-children" } as const;
const empty = { value: null, why: "empty" } as const;
const few = { value: null, why: "too-few" } as const;
const young = { value: null, why: "censored" } as const;
const early = { value: null, why: "too-early" } as const;
/** Numbers that need a spend, a conversion, or both. */
const UNPAID = ["paidCpa", "effectiveCpa", "viralLift", "earnedReachPrice", "userK", "kFactor"];

interface Degenerate {
  readonly name: string;
  readonly shares: readonly ForestShare[];
  readonly asOf: number;
  /** What is true of some numbers, by their ids; of the others only the rules for all hold. */
  readonly expected: Readonly<Record<string, object>>;
}

const same = (ids: readonly string[], expected: object) =>
  Object.fromEntries(ids.map((id) => [id, expected]));
const OF_K = ["k", "extinctionProbability", "tenMore"];
const OF_FIT = ["dispersion", "concentration80", "expectedConcentration80"];
const OF_SIZES = ["sizeMedian", "sizeGini", "topCascades"];
const EXPECTED = ["expectedAmplification", "amplification30Days"];

const LOGS: readonly Degenerate[] = [
  {
    name: "nothing, as of a file with a header alone or an instant before the first event",
    shares: [],
    asOf: LATER,
    expected: same(
      METRICS.map(({ id }) => id),
      { value: null, why: "empty" },
    ),
  },
  {
    name: "a single share, long ago",
    shares: [share("a", null, 0)],
    asOf: LATER,
    expected: {
      ...{ size: { value: 1 }, sharers: { value: 1 }, seeds: { value: 1 }, depth: { value: 0 } },
      ...{ maxBreadth: { value: 1 }, meanDepth: { value: 0 }, structuralVirality: few, directShare: empty },
      ...same([...OF_K, ...EXPECTED], nobody),
      ...{ k0: { value: 0, low: 0, high: 3, note: "no-children" }, generationIntervalMedian: empty },
      ...same(OF_SIZES, few),
      ...{ dispersion: empty, concentration80: empty, expectedConcentration80: nobody },
      amplification: { value: 1, low: 1, high: 4, note: "no-children" },
    },
  },
  {
    name: "a single share, this instant",
    shares: [share("a", null, 0)],
    asOf: 0,
    expected: { ...same(OF_K, nobody), k0: young, ...same(OF_SIZES, young), amplification: young },
  },
  {
    name: "twelve seeds of an hour with a child of a minute each",
    shares: of(24, (i) => share(`s${i}`, i < 12 ? null : `s${i - 12}`, i < 12 ? 0 : 59 * MINUTE)),
    asOf: HOUR,
    expected: {
      k: { value: 0, low: 0, high: expect.any(Number), note: "no-children", within: MINUTE },
      k0: { value: 1, within: HOUR },
      ...same([...EXPECTED, "extinctionProbability", "tenMore"], early),
    },
  },
  {
    name: "thirty seeds, long ago",
    shares: of(30, (i) => share(`s${i}`, null, i * HOUR)),
    asOf: LATER,
    expected: {
      ...same([...OF_K, ...EXPECTED], nobody),
      ...{ depth: { value: 0 }, directShare: empty, structuralVirality: few },
      k0: { value: 0, low: 0, high: 0.1, note: "no-children" },
      ...{ sizeMedian: { value: 1 }, sizeGini: { value: 0 }, topCascades: { value: 0.05 } },
    },
  },
  {
    name: "five seeds with a child each, of which the youngest is a day old",
    shares: of(10, (i) => share(`s${i}`, i < 5 ? null : `s${i - 5}`, i < 5 ? i * HOUR : (i - 4) * HOUR)),
    asOf: DAY + 4 * HOUR,
    expected: {
      k0: { value: 1, note: "shortened-horizon", within: DAY },
      ...{ amplification: young, ...same(OF_SIZES, young), concentration80: young },
      ...same(EXPECTED, early),
      ...same(["extinctionProbability", "tenMore"], early),
    },
  },
  {
    name: "all at one time, long ago",
    shares: of(60, (i) => share(`s${i}`, i < 6 ? null : `s${i % 6}`, 0)),
    asOf: LATER,
    expected: {
      k: { value: 0, low: 0, high: expect.closeTo(3 / 54, 12), note: "no-children" },
      k0: { value: 9, effective: expect.closeTo(6, 9) },
      extinctionProbability: { value: 1, low: 1, high: 1, note: "no-children" },
      ...same([...OF_FIT, "tenMore"], childlessK),
      ...{ directShare: { value: 1 }, structuralVirality: { value: expect.closeTo(1.8, 12) } },
      ...same(["amplification", ...EXPECTED], { value: 10 }),
      generationIntervalMedian: { value: expect.any(Number), note: "assumed-kernel" },
    },
  },
  {
    name: "all at this instant",
    shares: of(60, (i) => share(`s${i}`, i < 6 ? null : `s${i % 6}`, 0)),
    asOf: 0,
    expected: {
      ...{ k: young, k0: young, extinctionProbability: young, tenMore: young, ...same(EXPECTED, young) },
      ...{ ...same(OF_SIZES, young), amplification: young, concentration80: young },
    },
  },
  {
    name: "orphans only",
    shares: of(30, (i) => share(`s${i}`, `gone${i}`, i * HOUR)),
    asOf: LATER,
    expected: {
      ...same([...OF_K, ...OF_FIT, "depth", "meanDepth", "maxBreadth", "directShare"], noLinks),
      ...{
        k0: noLinks,
        seeds: { value: 0 },
        size: { value: 30 },
        amplification: empty,
        structuralVirality: few,
      },
    },
  },
  {
    name: "one cascade, long ago",
    shares: binary("s", 127, HOUR),
    asOf: LATER,
    expected: {
      k: { value: 124 / 126, note: "one-cascade", low: expect.any(Number), high: expect.any(Number) },
      k0: { value: 2, note: "one-cascade" },
      dispersion: { value: expect.any(Number), note: "one-cascade" },
      extinctionProbability: { value: 1, note: "one-cascade" },
      tenMore: { note: "one-cascade" },
      generationIntervalMedian: { value: expect.any(Number), note: "one-cascade" },
      amplification: { value: 127, note: "one-cascade" },
      expectedAmplification: { value: Number.POSITIVE_INFINITY, note: "unbounded" },
      structuralVirality: { value: expect.any(Number) },
      ...same(OF_SIZES, few),
    },
  },
  {
    name: "one cascade of two hours",
    shares: binary("s", 60, MINUTE),
    asOf: 2 * HOUR,
    expected: {
      k: { note: "one-cascade", within: 110 * MINUTE },
      k0: { value: 2, note: "one-cascade", within: 2 * HOUR },
      dispersion: { value: expect.any(Number), note: "one-cascade" },
      ...{ concentration80: young, ...same(OF_SIZES, young), amplification: young },
      ...same([...EXPECTED, "extinctionProbability", "tenMore"], early),
      generationIntervalMedian: { note: "one-cascade", within: 110 * MINUTE },
    },
  },
  {
    name: "a share and its child",
    shares: [share("a", null, 0), share("b", "a", HOUR)],
    asOf: LATER,
    expected: {
      k: { value: 0, low: 0, high: 3, note: "no-children" },
      k0: { value: 1, note: "one-cascade" },
      directShare: { value: 1 },
      ...same([...OF_FIT, "tenMore"], childlessK),
      expectedAmplification: { value: Number.POSITIVE_INFINITY, note: "unbounded" },
    },
  },
  {
    name: "two cascades, all children in one of them",
    shares: [...binary("s", 40, HOUR), ...of(40, (i) => share(`t${i}`, i === 0 ? null : "t0", i * HOUR))],
    asOf: LATER,
    expected: {
      k: { value: 37 / 78, note: "few-cascades", low: expect.any(Number), high: Number.POSITIVE_INFINITY },
      generationIntervalMedian: { note: "assumed-kernel" },
      dispersion: { note: "few-cascades" },
      expectedAmplification: { value: Number.POSITIVE_INFINITY, note: "unbounded" },
    },
  },
];

/** Ends of these, in such a unit, may be as large as they like. */
const LARGE = new Set(["milliseconds", "money", "shares", "persons"]);

function foundIn({ shares, asOf }: Degenerate, amount: number | null): Map<string, Estimate> {
  const context = { asOf, horizon: HORIZON, zone: "Asia/Riyadh" };
  const spend = { amount, currency: amount === null ? null : "SAR" };
  const inputs = inputsOfForest(forestInput(shares), { conversions: [], spend }, context);
  return new Map(METRICS.map(({ id, compute }) => [id, compute(inputs, context)]));
}

describe.each(LOGS)("$name", (log) => {
  const found = foundIn(log, null);

  it("has the numbers that are true of it, and the reasons", () => {
    for (const [id, expected] of Object.entries(log.expected)) {
      const { value } = { value: undefined, ...expected };
      // A reason is all that there is; a number has more to it than a table can say.
      if (value === null && log.shares.length > 0) expect([id, found.get(id)]).toEqual([id, expected]);
      else expect([id, found.get(id)]).toMatchObject([id, expected]);
    }
  });

  it("says nothing of money, nor of users, where neither is known", () => {
    for (const id of UNPAID) expect([id, found.get(id)]).toEqual([id, empty]);
  });

  it.each(METRICS.map(({ id, unit }) => [id, unit] as const))(
    "%s is a number within its ends or a reason",
    (id, unit) => {
      const estimate: Estimate = found.get(id) ?? empty;
      const { value, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = estimate;
      for (const number of [value ?? 0, low, high]) expect(Number.isNaN(number)).toBe(false);
      expect(low).toBeLessThanOrEqual(value ?? high);
      expect(high).toBeGreaterThanOrEqual(value ?? low);
      if (!LARGE.has(unit))
        for (const end of [value ?? 0, high]) if (Number.isFinite(end)) expect(end).toBeLessThanOrEqual(1e6);
      if (unit === "probability" || unit === "proportion")
        for (const end of [value ?? 0, estimate.low ?? 0, estimate.high ?? 0]) {
          expect(end).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(1);
        }
      if (estimate.value !== null && estimate.within !== undefined)
        expect(estimate.within).toBeLessThan(HORIZON);
    },
  );
});

it("prices what brought nobody at no less than a third of the spend, and nothing where nothing was spent", () => {
  const log = LOGS.find(({ name }) => name.startsWith("thirty seeds"));
  if (log === undefined) throw new Error("no such log");
  const spent = foundIn(log, SPEND);
  for (const id of ["paidCpa", "effectiveCpa"])
    expect([id, spent.get(id)]).toEqual([id, { value: null, why: "too-few", low: SPEND / 3 }]);
  expect(spent.get("earnedReachPrice")).toMatchObject({ value: SPEND / 30 });
  const free = foundIn(log, 0);
  for (const id of ["paidCpa", "effectiveCpa", "earnedReachPrice", "viralLift"])
    expect([id, free.get(id)]).toEqual([id, empty]);
});
