import { describe, expect, it } from "vitest";
import { forestOf } from "#lib/estimators/testing/rt-forest.ts";
import { drawExponential } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { currentRt, rtEstimate, rtWindows } from "./current-rt.ts";
import { lagFindings } from "./interval.ts";
import { defaultKernel } from "./lag-distribution.ts";
import { lagSample } from "./lag-sample.ts";
import { operationalTime } from "./operational-time.ts";

const A = 7 * DAY;
const START = Date.UTC(2024, 0, 1);

describe("default windows", () => {
  it("of content are six hours that slide by one for two days, then days that slide by six", () => {
    const windows = rtWindows(7, 7 + 4 * DAY, "content");
    expect(windows[0]).toEqual({ from: 7, to: 7 + 6 * HOUR });
    const shown = windows.map(({ from, to }) => [(to - 7) / HOUR, (to - from) / HOUR]);
    expect(shown).toEqual([
      ...Array.from({ length: 43 }, (_, i) => [6 + i, 6]),
      ...[54, 60, 66, 72, 78, 84, 90, 96].map((end) => [end, 24]),
    ]);
  });

  it("leave no hour of a life out, and end now", () => {
    const windows = rtWindows(0, 5 * DAY + HOUR, "content");
    expect(windows.at(-1)).toEqual({ from: 4 * DAY + HOUR, to: 5 * DAY + HOUR });
    for (let hour = 0; hour < 5 * 24; hour++)
      expect(windows.some(({ from, to }) => from <= hour * HOUR && (hour + 1) * HOUR <= to)).toBe(true);
  });

  it("of referral are weeks that slide by a day", () => {
    expect(rtWindows(0, 9.5 * DAY, "referral")).toEqual([
      { from: 0, to: 7 * DAY },
      { from: DAY, to: 8 * DAY },
      { from: 2 * DAY, to: 9 * DAY },
      { from: 2.5 * DAY, to: 9.5 * DAY },
    ]);
  });

  it("do not begin before a whole one fits", () => {
    expect(rtWindows(0, 6 * HOUR - 1, "content")).toEqual([]);
    expect(rtWindows(0, 6 * HOUR, "content")).toHaveLength(1);
  });
});

interface Law {
  readonly seeds: number;
  readonly days: number;
  readonly k: number;
  /** Shape of the gamma law by which cascades differ; none when left out. */
  readonly unlike?: number;
  /** How active people are at an hour of the day, 0 to 1. */
  readonly active?: (hour: number) => number;
}

/** Seeds planted evenly, each with about four children; lags last two hours in the mean, and wait for people to wake. */
function campaign(random: Random, { seeds, days, k, unlike, active = () => 1 }: Law) {
  const [born, parents]: [number[], number[]] = [[], []];
  const awake = (from: number) => {
    let at = from;
    do at += drawExponential(random, 2 * HOUR);
    while (random.next() >= active(Math.floor((at % DAY) / HOUR)));
    return at;
  };
  for (let seed = 0; seed < seeds; seed++) {
    // A cascade of K above 1 would fill the days.
    const own = unlike === undefined ? 1 : Math.min(0.85 / k, drawNegativeBinomial(random, 40, unlike) / 40);
    const first = born.length;
    born.push(START + (seed / seeds) * days * DAY);
    parents.push(-1);
    for (let share = first; share < born.length; share++) {
      const mean = share === first ? 4 : k * own;
      for (let child = drawNegativeBinomial(random, mean, 0.5); child > 0; child--) {
        const at = awake(born[share] ?? 0);
        if (at > START + days * DAY) continue;
        born.push(at);
        parents.push(share);
      }
    }
  }
  return forestOf(born, parents);
}

function seriesOf(forest: ReturnType<typeof campaign>, asOf: number, zone = "UTC") {
  const interval = lagFindings(lagSample(forest, asOf, "sharers"), defaultKernel(A));
  return currentRt(forest, asOf, { asOf, horizon: A, zone, interval });
}

describe("intervals of firm windows", () => {
  const coverage = (law: Law, campaigns: number, seed: number) => {
    const random = seededRandom(seed);
    const firm = Array.from({ length: campaigns }, () =>
      seriesOf(campaign(random, law), START + law.days * DAY).windows.filter(
        ({ certainty, from }) => certainty === "firm" && from >= START + 3 * DAY,
      ),
    ).flat();
    // What spreads best has most shares: the truth is K of them all, not of a mean cascade.
    const total = (field: "children" | "exposure") => firm.reduce((sum, window) => sum + window[field], 0);
    const k = total("children") / total("exposure");
    const holds = firm.filter(({ posterior }) => posterior && posterior.low <= k && k <= posterior.high);
    return { firm: firm.length, k, coverage: holds.length / firm.length };
  };

  it("hold K as often as they say in running campaigns", () => {
    const { firm, k, coverage: held } = coverage({ seeds: 60, days: 10, k: 0.5 }, 40, 5);
    expect(firm).toBeGreaterThan(300);
    expect(Math.abs(k - 0.5)).toBeLessThan(0.03);
    expect(held).toBeGreaterThan(0.92);
  });

  it("and nearly so where cascades differ", () => {
    const { firm, coverage: held } = coverage({ seeds: 60, days: 10, k: 0.5, unlike: 4 }, 40, 6);
    expect(firm).toBeGreaterThan(300);
    expect(held).toBeGreaterThan(0.9);
  });
});

describe("the clock", () => {
  const asleep = (hour: number) => (hour < 8 ? 0.05 : 1);

  it("makes no day of a night: R by day and by night is one", () => {
    const random = seededRandom(12);
    const forests = Array.from({ length: 12 }, () =>
      campaign(random, { seeds: 150, days: 12, k: 0.6, active: asleep }),
    );
    const meanAt = (hour: number) => {
      const asOf = START + 11 * DAY + hour * HOUR;
      const values = forests.map((forest) => {
        return seriesOf(upTo(forest, asOf), asOf).windows.at(-1)?.posterior?.mean ?? Number.NaN;
      });
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(Math.abs(meanAt(8) - meanAt(23))).toBeLessThan(0.12);
  });

  /** What was there at an instant. */
  function upTo({ at, parent }: ReturnType<typeof campaign>, asOf: number) {
    const kept = [...at.keys()].filter((share) => (at[share] ?? 0) <= asOf);
    const place = new Map(kept.map((share, i) => [share, i]));
    return forestOf(
      kept.map((share) => at[share] ?? 0),
      kept.map((share) => place.get(parent[share] ?? -1) ?? -1),
    );
  }

  it("is operational from fourteen days and 500 shares on", () => {
    const at = (shares: number, days: number) =>
      Float64Array.from({ length: shares }, (_, i) => START + (i / shares) * days * DAY);
    expect(operationalTime(at(499, 20), START + 20 * DAY, "UTC")).toBeNull();
    expect(operationalTime(at(600, 13), START + 13 * DAY, "UTC")).toBeNull();
    expect(operationalTime(at(600, 14), START + 14 * DAY, "UTC")).not.toBeNull();
  });

  it("runs a week in a week, days faster than nights, and never back", () => {
    const times = Float64Array.from({ length: 28 * 24 * 10 }, (_, i) => START + (i / 10) * HOUR).filter(
      (at) => Math.floor((at % DAY) / HOUR) >= 8,
    );
    const until = START + 28 * DAY;
    const clock = operationalTime(times, until, "UTC") ?? (() => Number.NaN);
    const passed = (from: number, hours: number) => (clock(from + hours * HOUR) - clock(from)) / HOUR;
    // Sixteen of the 24 hours have all shares: 1.5 of the mean, five parts of the mean beside it.
    expect(passed(START + 7 * DAY + 9 * HOUR, 1)).toBeCloseTo(6.5 / 6, 9);
    expect(passed(START + 7 * DAY + 2 * HOUR, 1)).toBeCloseTo(5 / 6, 9);
    expect(passed(START + 3 * DAY, 7 * 24)).toBeCloseTo(7 * 24, 6);
    expect(passed(START - 3 * HOUR, 1)).toBe(1);
    expect(passed(until + HOUR, 5)).toBe(5);
    const riyadh = operationalTime(times, until, "Asia/Riyadh") ?? (() => Number.NaN);
    expect(riyadh(START + 9.5 * DAY) - riyadh(START + 9.4 * DAY)).toBeCloseTo(
      clock(START + 9.5 * DAY) - clock(START + 9.4 * DAY),
      3,
    );
    const instants = Array.from({ length: 900 }, (_, i) => clock(START + (i - 20) * HOUR));
    expect(instants.every((at, i) => i === 0 || at > (instants[i - 1] ?? 0))).toBe(true);
  });
});

describe("R now", () => {
  const random = seededRandom(8);
  const forest = campaign(random, { seeds: 60, days: 10, k: 0.5 });

  it("is of the latest window, with its interval", () => {
    const estimate = rtEstimate(seriesOf(forest, START + 10 * DAY), A);
    expect(estimate).toMatchObject({ value: expect.any(Number), effective: expect.any(Number) });
    expect(estimate).not.toHaveProperty("note");
  });

  it("says up to which age children are counted while that is short of the horizon", () => {
    const young = campaign(seededRandom(4), { seeds: 60, days: 1, k: 0.5 });
    const series = seriesOf(young, START + DAY);
    expect(series.within).toBeLessThan(A);
    expect(rtEstimate(series, A)).toMatchObject({ note: "shortened-horizon", within: series.within });
  });

  it("counts no child later than that age", () => {
    const young = campaign(seededRandom(4), { seeds: 60, days: 1, k: 0.5 });
    // One more share, whose parent is the oldest sharer: later than ten others could be watched.
    const sharer = young.depth.indexOf(1);
    const [born, parents] = [[...young.at], [...young.parent]];
    const late = forestOf([...born, START + DAY - 1], [...parents, sharer]);
    const series = seriesOf(late, START + DAY);
    expect(START + DAY - 1 - (young.at[sharer] ?? 0)).toBeGreaterThan(series.within);
    const children = (of: typeof series) => of.windows.at(-1)?.children;
    expect(children(series)).toBe(children(seriesOf(young, START + DAY)));
  });

  it("is nothing before a window fits, and uncertain of one cascade", () => {
    const one = campaign(seededRandom(4), { seeds: 1, days: 3, k: 0.9 });
    expect(rtEstimate(seriesOf(one, START + HOUR), A)).toMatchObject({ value: null });
    expect(seriesOf(one, START + 3 * DAY).windows.every(({ certainty }) => certainty !== "firm")).toBe(true);
  });
});
