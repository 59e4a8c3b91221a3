import { describe, expect, it } from "vitest";
import { APART, tried } from "#lib/estimators/forecast/testing/tried-totals.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

describe("totals of campaigns like those of the history", () => {
  // Monte-Carlo error about 3 points at 80 %, 2 at 95 %; three ages of one campaign are not independent.
  it.each([
    ["simulated from 5 campaigns", 5, 100],
    ["of 15 campaigns' own errors", 15, 80],
    ["of 40 campaigns' own errors, both intervals", 40, 60],
  ])("are covered, %s", (_, campaigns, repetitions) => {
    const { unlike, in80, in95 } = tried(campaigns, repetitions, APART, [HOUR, 6 * HOUR, DAY]);
    expect(unlike).toBeLessThan(0.12);
    expect(in80).toBeGreaterThan(0.72);
    expect(in80).toBeLessThan(0.88);
    expect(in95).toBeGreaterThan(0.89);
    expect(in95).toBeLessThan(0.99);
  });
});

describe("totals of campaigns unlike the history", () => {
  it("are known for unlike where lags are eight times as long", () => {
    const slow = { ...APART, lag: 8 * HOUR };
    expect(tried(15, 40, slow, [HOUR]).unlike).toBeGreaterThan(0.8);
    expect(tried(15, 40, slow, [6 * HOUR, DAY]).unlike).toBeGreaterThan(0.97);
  });

  it("are covered or known for unlike where seeds bring four times as many", () => {
    const { unlike, in80, in95 } = tried(15, 60, { ...APART, k0: 32 }, [HOUR, 6 * HOUR, DAY]);
    expect(unlike + (1 - unlike) * in80).toBeGreaterThan(0.8);
    expect(unlike + (1 - unlike) * in95).toBeGreaterThan(0.92);
  });

  it("come to be known for it after a day where shares bring .7 instead of .5, not after an hour", () => {
    const viral = { ...APART, k: 0.7 };
    const [early, late] = [tried(15, 60, viral, [HOUR]), tried(15, 60, viral, [DAY])];
    expect(late.unlike + (1 - late.unlike) * late.in80).toBeGreaterThan(0.7);
    expect(early.unlike).toBeLessThan(late.unlike);
  });
});
