import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whatIf } from "./what-if.ts";

const base = { seeds: 100, k0: 5, k: 0.5, cap: null, generations: 3 };

describe("whatIf", () => {
  it("without a cap multiplies by K0 once and by K ever after", () => {
    expect(whatIf(base)).toEqual({ newShares: [100, 500, 250, 125], total: 975, eventual: 1100 });
  });

  it("is unbounded from K = 1 on without a cap, and bounded with one", () => {
    expect(whatIf({ ...base, k: 0.999 }).eventual).toBeCloseTo(100 + 500 / 0.001, 6);
    for (const k of [1, 1.4]) {
      expect(whatIf({ ...base, k }).eventual).toBe(Infinity);
      expect(whatIf({ ...base, k, cap: 20_000 }).eventual).toBeLessThanOrEqual(20_000);
    }
  });

  it("ends with its seeds when they bring nobody, whatever K", () => {
    expect(whatIf({ ...base, k0: 0, k: 2 }).eventual).toBe(100);
    expect(whatIf({ ...base, seeds: 0, k: 2 }).eventual).toBe(0);
  });

  it("damps by the part still unreached", () => {
    const { newShares } = whatIf({ seeds: 100, k0: 2, k: 2, cap: 1000, generations: 2 });
    expect(newShares[1]).toBeCloseTo(200 * 0.9, 9);
    expect(newShares[2]).toBeCloseTo(2 * 180 * (1 - 0.28), 9);
  });

  it("brings nobody new where the seeds fill the audience", () => {
    expect(whatIf({ ...base, cap: 100 })).toEqual({ newShares: [100, 0, 0, 0], total: 100, eventual: 100 });
  });

  it("stays under its cap, grows with the cap and tends to no cap", () => {
    const number = { min: 0.01, max: 3, noNaN: true };
    fc.assert(
      fc.property(
        fc.record({
          seeds: fc.integer({ min: 1, max: 500 }),
          k0: fc.double(number),
          k: fc.double(number),
          cap: fc.integer({ min: 500, max: 50_000 }),
          generations: fc.integer({ min: 1, max: 12 }),
        }),
        (scenario) => {
          const { total, eventual } = whatIf(scenario);
          const free = whatIf({ ...scenario, cap: null });
          expect(total).toBeLessThanOrEqual(scenario.cap * (1 + 1e-12));
          expect(eventual).toBeLessThanOrEqual(scenario.cap * (1 + 1e-12));
          expect(total).toBeLessThanOrEqual(free.total * (1 + 1e-12));
          expect(whatIf({ ...scenario, cap: 1e15 }).total / free.total).toBeCloseTo(1, 6);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
