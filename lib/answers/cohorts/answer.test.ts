import { describe, expect, it } from "vitest";
import { selectActivity } from "#lib/answers/selection/select-activity.ts";
import { event, inputsOf } from "#lib/answers/testing/event-log.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { analyseCohorts } from "./answer.ts";

describe("K of later seeds", () => {
  /** Four seeds a day for ten days, each with six sharers, whose children come within the hour. */
  const log = (children: (day: number, seed: number) => number) =>
    Array.from({ length: 40 }, (_, n) => {
      const day = Math.floor(n / 4);
      const at = day * DAY + (n % 4) * HOUR;
      const share = (code: string, via: string | null, later: number) =>
        event("share", at + later, { person: code, code, via, channel: "x" });
      return [
        share(`s${n}`, null, 0),
        ...Array.from({ length: 6 }, (_, i) => share(`a${n}-${i}`, `s${n}`, 10 * MINUTE + i)),
        ...Array.from({ length: children(day, n) }, (_, i) =>
          share(`b${n}-${i}`, `a${n}-${i % 6}`, 30 * MINUTE + i),
        ),
      ];
    }).flat();
  const cohortsOf = (events: ReturnType<typeof log>, asOf: number) =>
    analyseCohorts(
      selectActivity(inputsOf(events, { asOf, horizon: 7 * DAY }), {
        ...{ from: 0, to: asOf, asOf, horizon: 7 * DAY },
        filters: [],
      }),
      { by: "generation", zone: "UTC" },
    );

  it("is corrected for the age of their shares, and says no to a fall that is youth alone", () => {
    const level = log((_, seed) => 3 + (seed % 3));
    const { rows, trend, grain } = cohortsOf(level, 9.02 * DAY);
    expect(grain).toBe("day");
    expect(rows).toHaveLength(10);
    expect(trend.direction).toBe("unclear");
    const last = rows.at(-1);
    expect(last?.naive ?? 1).toBeLessThan(rows[0]?.naive ?? 0);
    for (const { shares, effective, children, corrected } of rows) {
      expect(effective).toBeLessThanOrEqual(shares);
      if (corrected.value !== null) expect(corrected.value).toBeCloseTo(children / effective, 12);
    }
  });

  it("falls where later seeds do spread worse", () => {
    const { trend, rows } = cohortsOf(
      log((day, seed) => 9 - day + (seed % 2)),
      30 * DAY,
    );
    expect(trend.direction).toBe("falling");
    expect(rows.every(({ hatched }) => !hatched)).toBe(true);
    expect(rows.every(({ corrected }) => corrected.value !== null && corrected.effective !== undefined)).toBe(
      true,
    );
  });

  it("stands on the grid of the campaign's age, whatever the period", () => {
    const { grain } = cohortsOf(
      log(() => 3),
      2 * DAY,
    );
    expect(grain).toBe("hour");
  });
});
