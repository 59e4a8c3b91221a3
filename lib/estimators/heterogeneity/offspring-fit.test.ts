import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { offspringFit } from "./offspring-fit.ts";
import { offspringTail } from "./offspring-tail.ts";

describe("fit", () => {
  it("says nothing of nobody", () => {
    expect(offspringFit(new Map())).toMatchObject({
      shares: 0,
      reproduction: { value: null, why: "empty", note: "nobody-reshared" },
      dispersion: { value: null, why: "empty" },
      dispersionEnds: null,
      isHeavier: false,
    });
    expect(offspringTail(new Map(), null)).toEqual([]);
  });

  it("bounds R and has no k when nobody had a child", () => {
    const fit = offspringFit(new Map([[0, 20]]));
    expect(fit.reproduction).toEqual({ value: 0, low: 0, high: -Math.log(0.05) / 20, note: "no-children" });
    expect(fit.dispersion).toEqual({ value: null, why: "too-few", note: "no-children" });
    expect(fit.overdispersionP).toBeNull();
  });

  it("gives k an interval but no value below ten parents, and both from ten on", () => {
    const few = offspringFit(
      new Map([
        [0, 30],
        [1, 6],
        [4, 3],
      ]),
    );
    expect(few.dispersion).toEqual({ value: null, why: "too-few" });
    expect(few.dispersionEnds?.low).toBeGreaterThan(0);
    const enough = offspringFit(
      new Map([
        [0, 30],
        [1, 6],
        [4, 4],
      ]),
    );
    expect(enough.dispersion).toMatchObject({ value: enough.model?.dispersion, ...enough.dispersionEnds });
  });

  it("is warned of a tail that no negative binomial has, and trusts one that it has", () => {
    const random = seededRandom(2);
    const counts = Array.from({ length: 5000 }, () => drawNegativeBinomial(random, 0.8, 0.3));
    const histogram = new Map<number, number>();
    for (const count of counts) histogram.set(count, (histogram.get(count) ?? 0) + 1);
    expect(offspringFit(histogram).isHeavier).toBe(false);
    const spiked = offspringFit(new Map([...histogram, [400, 3]]));
    expect(spiked.isHeavier).toBe(true);
    expect(spiked.dispersion.note).toBe("heavier-tail");
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
