import { describe, expect, it } from "vitest";
import { kTrendOf } from "./k-trend.ts";

const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThanOrEqual(1e-7);

/** As many alike cascades with the same cohorts. */
const alike = (cohorts: readonly { children: number; shares: number; effective: number }[], cascades = 5) =>
  Array.from({ length: cascades }, () =>
    cohorts.map(({ children, shares, effective }, cohort) => ({ cohort, children, shares, effective })),
  );
const sound = [4, 8, 16, 32].map((children) => ({ children, shares: 20, effective: 10 }));

describe("cohorts that cannot be leant on", () => {
  it("are passed over, and keep their place in time", () => {
    near(kTrendOf(alike(sound)).ratio.value, 2);
    const few = { children: 9, shares: 0.8, effective: 0.8 };
    const young = { children: 9, shares: 100, effective: 19 };
    near(kTrendOf(alike([few, ...sound, young])).ratio.value, 2);
    const at = (children: number) => ({ children, shares: 20, effective: 10 });
    const gap = [at(4), at(8), young, at(32)];
    expect(kTrendOf(alike(gap)).ratio.value).toBeNull();
    near(kTrendOf(alike([...gap, at(64)])).ratio.value, 2);
  });

  it("leave nothing below four, without a child, or of one cascade", () => {
    const nothing = { ratio: { value: null, why: "too-few" }, p: null, direction: null };
    expect(kTrendOf(alike(sound.slice(1)))).toEqual(nothing);
    expect(kTrendOf(alike(sound.map((cohort) => ({ ...cohort, children: 0 }))))).toEqual(nothing);
    expect(kTrendOf(alike(sound, 1))).toEqual(nothing);
    expect(kTrendOf([])).toEqual(nothing);
  });
});

describe("words of a trend", () => {
  it("follow from its interval alone", () => {
    const direction = (children: readonly number[]) =>
      kTrendOf(
        Array.from({ length: 12 }, (_, j) =>
          children.map((mean, cohort) => ({
            ...{ cohort, shares: 10, effective: 10 },
            children: Math.max(0, mean + (((j * 7 + cohort * 5) % 5) - 2)),
          })),
        ),
      ).direction;
    expect(direction([4, 6, 9, 13])).toBe("rising");
    expect(direction([13, 9, 6, 4])).toBe("falling");
    expect(direction([6, 6, 6, 6])).toBe("unclear");
  });

  it("call no rise what only the cascades that lasted show, once no new ones begin", () => {
    const rises = [4, 6, 9, 13];
    const direction = (of: (j: number) => { begin: number; end: number }) =>
      kTrendOf(
        Array.from({ length: 20 }, (_, j) => {
          const { begin, end } = of(j);
          return rises
            .map((mean, cohort) => ({
              ...{ cohort, shares: 10, effective: 10 },
              children: Math.max(0, mean + (((j * 7 + cohort * 5) % 5) - 2)),
            }))
            .filter(({ cohort }) => cohort >= begin && cohort <= end);
        }),
      ).direction;
    const all = { begin: 0, end: 3 };
    expect(direction(() => all)).toBe("rising");
    // Nine of twenty are left in the last cohort; with ten it is half of them.
    expect(direction((j) => (j < 9 ? all : { begin: 0, end: 2 }))).toBe("survivors");
    expect(direction((j) => (j < 10 ? all : { begin: 0, end: 2 }))).toBe("rising");
    // New ones begin to the last.
    expect(direction((j) => ({ begin: j % 4, end: j % 4 }))).toBe("rising");
  });

  it("are no surer than independent children where cascades agree to the last one", () => {
    const { ratio } = kTrendOf(alike(sound));
    if (ratio.value === null) throw new Error("no trend");
    expect((ratio.high ?? 0) / (ratio.low ?? 0)).toBeGreaterThan(1.1);
  });
});
