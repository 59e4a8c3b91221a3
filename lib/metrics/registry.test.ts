import fc from "fast-check";
import { expect, test } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { METRICS } from "#lib/metrics/registry.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { inputsOfForest } from "./inputs-of-forest.ts";

const ASKED_FOR = [
  ...[
    "size",
    "sharers",
    "depth",
    "maxBreadth",
    "meanDepth",
    "structuralVirality",
    "k",
    "k0",
    "userK",
    "kFactor",
  ],
  ...["rt", "generationIntervalMedian", "growthRate", "doublingTime", "dispersion", "concentration80"],
  ...["extinctionProbability", "amplification", "earnedToPaid"],
];

const context = { asOf: 400 * HOUR, horizon: 48 * HOUR, zone: "Asia/Riyadh" };
const nothing = { conversions: [], spend: { amount: null, currency: null } };

function share(number: number, via: string | null, at: number): ForestShare {
  const evidence = via === null ? null : "stated";
  const seedKind = via === null ? "paid" : null;
  const about = { channel: `channel ${number % 3}`, mode: null, variant: null };
  return { code: `s${number}`, via, evidence, person: `person ${number % 17}`, seedKind, at, ...about };
}

/** Any shares: seeds, children of earlier shares, orphans, clocks that run backwards. */
const shares = fc
  .array(
    fc.record({ via: fc.integer({ min: -12, max: 400 }), at: fc.integer({ min: 0, max: 400 * HOUR }) }),
    {
      maxLength: 60,
    },
  )
  .map((drawn) =>
    drawn.map(({ via, at }, i) => share(i, via < 0 ? null : via > 380 ? "unknown" : `s${via % (i + 1)}`, at)),
  );

test("every metric has an id of its own, a name and an explanation in both languages, and a reference", () => {
  expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
  expect(METRICS.map(({ id }) => id)).toEqual(expect.arrayContaining(ASKED_FOR));
  for (const { id, name, explanation, reference } of METRICS) {
    expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    for (const text of [name.en, name.ar, explanation.en, explanation.ar, reference])
      expect(text).not.toBe("");
    expect(explanation.ar).toMatch(/\p{Script=Arabic}/u);
    expect(explanation.en).toMatch(/^[A-Z].*\.$/s);
  }
});

test("a campaign without shares has no number, and says so", () => {
  const inputs = inputsOfForest(forestInput([]), nothing, context);
  for (const { compute } of METRICS)
    expect(compute(inputs, context)).toMatchObject({ value: null, why: "empty" });
});

test("no shares, however strange, give a number that is none; intervals hold their values", () => {
  fc.assert(
    fc.property(shares, (drawn) => {
      const inputs = inputsOfForest(
        forestInput(drawn),
        {
          conversions: drawn
            .slice(0, 9)
            .map(({ code, person, at }) => ({ person, via: code, occurredAt: at, value: 2 })),
          spend: { amount: 100, currency: "SAR" },
        },
        context,
      );
      for (const { id, compute } of METRICS) {
        const found = compute(inputs, context);
        if (found.value === null) continue;
        const { value, low = value, high = value } = found;
        expect([id, low <= value && value <= high]).toEqual([id, true]);
      }
    }),
    { seed: 21, numRuns: 150 },
  );
});

test("the order in which shares are given changes no number", () => {
  fc.assert(
    fc.property(shares, (drawn) => {
      const numbers = (given: readonly ForestShare[]) => {
        const inputs = inputsOfForest(forestInput(given), nothing, context);
        return METRICS.map(({ id, compute }) => [id, compute(inputs, context)]);
      };
      expect(numbers(drawn.toReversed())).toEqual(numbers(drawn));
    }),
    { seed: 22, numRuns: 40 },
  );
});

test("no number asks for more than it says that it needs, and every need is asked for by some number", () => {
  const given = inputsOfForest(
    forestInput([share(0, null, 0), share(1, "s0", 1), share(2, "s1", 2)]),
    nothing,
    context,
  );
  const wanted = new Set<string>();
  for (const { id, needs, compute } of METRICS) {
    const asked = new Set<string>();
    const watched = new Proxy(given, {
      get(target, need, receiver) {
        asked.add(String(need));
        return Reflect.get(target, need, receiver);
      },
    });
    compute(watched, context);
    expect([id, [...asked].filter((need) => !needs.some((own) => own === need))]).toEqual([id, []]);
    for (const need of needs) wanted.add(need);
  }
  expect([...wanted].sort()).toEqual(Object.keys(given).sort());
});

test("the trend of K is cut by the days of the zone", () => {
  const day = 86_400_000;
  const trend = METRICS.find(({ id }) => id === "kTrend");
  const grown = Array.from({ length: 400 }, (_, i) =>
    share(i, i < 4 ? null : `s${Math.max(i % 4, i - 8)}`, i * 0.02 * day),
  );
  const of = (zone: string) =>
    trend?.compute(inputsOfForest(forestInput(grown), nothing, { ...context, asOf: 30 * day, zone }), {
      asOf: 30 * day,
      horizon: day,
    });
  expect(of("UTC")?.value).not.toBeNull();
  expect(of("Pacific/Auckland")).not.toEqual(of("UTC"));
});
