import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ColumnSurvey } from "./column-survey.ts";
import type { ReadingChoices } from "./reading.ts";

const MAPPING = { code: "share_id", via: "parent", person: "user", occurredAt: "time" };

/** What a survey says of rows of time and code. */
function survey(
  rows: readonly (readonly [time: string, code: string, line?: number])[],
  choices: ReadingChoices = {},
) {
  const columns = new ColumnSurvey(MAPPING, false);
  for (const [i, [time, code, line = i + 2]] of rows.entries())
    columns.add((field) => ({ occurredAt: time, code })[field as string] ?? "", line);
  try {
    return columns.end(choices);
  } catch (error) {
    return (error as { fault: unknown }).fault;
  }
}

describe("a survey of columns", () => {
  it("asks which of day and month comes first only where no row proves it", () => {
    const either = [
      ["03/04/2026 09:00", "a"],
      ["05/06/2026 09:00", "b"],
    ] as const;
    expect(survey(either)).toEqual({
      reason: "day-or-month",
      line: 2,
      detail: "03/04/2026 09:00 = 2026-04-03, 2026-03-04",
    });
    expect(survey(either, { dateOrder: "day-first" })).toMatchObject({ dateOrder: "day-first" });
    expect(survey([...either, ["15/04/2026 09:00", "c"]])).toMatchObject({ dateOrder: "day-first" });
    expect(survey([...either, ["04/15/2026 09:00", "c"]])).toMatchObject({ dateOrder: "month-first" });
    expect(survey([["2026-03-04T09:00:00Z", "a"]])).toMatchObject({ dateOrder: null });
  });

  it("asks too where the rows prove both orders, since either would refuse a part of them", () => {
    const both = [
      ["15/04/2026", "a"],
      ["04/15/2026", "b"],
    ] as const;
    expect(survey(both)).toMatchObject({ reason: "day-or-month" });
    expect(survey(both, { dateOrder: "month-first" })).toMatchObject({ dateOrder: "month-first" });
  });

  it("says that times are whole days only if all of them are", () => {
    expect(
      survey([
        ["2026-03-04", "a"],
        ["2026-03-05", "b"],
      ]),
    ).toMatchObject({ wholeDays: true });
    expect(
      survey([
        ["2026-03-04", "a"],
        ["2026-03-05 00:01", "b"],
      ]),
    ).toMatchObject({ wholeDays: false });
    expect(survey([["", "a"]])).toMatchObject({ wholeDays: false });
  });

  it("refuses names of which a spreadsheet left a few digits, and no others", () => {
    for (const cut of ["1.76723E+18", "1,76723E+18", "9.0E+15"])
      expect(survey([["2026-03-04", cut]]), cut).toEqual({ reason: "digits-lost", line: 2, detail: cut });
    for (const whole of ["1e5", "1767230000000000001", "E+18", "1.5", "2E", "1.7x10E+18", "1.25E+02"])
      expect(survey([["2026-03-04", whole]]), whole).toMatchObject({ dateOrder: null });
  });

  it("does not mind the order of the rows", () => {
    const dates = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }));
    const rows = fc.array(dates.map(([a, b]) => [`${a}/${b}/2026`, "c"] as const));
    fc.assert(
      fc.property(rows, (all) => {
        const placed = all.map(([time, code], i) => [time, code, i + 2] as const);
        expect(survey(placed.toReversed())).toEqual(survey(all));
      }),
    );
  });

  it("takes the zeros of measures from codes only where they go from parents too", () => {
    const measured = (rows: readonly (readonly [code: string, via: string])[]) => {
      const columns = new ColumnSurvey(MAPPING, false);
      for (const [i, [code, via]] of rows.entries())
        columns.add((field) => ({ code, via })[field as string] ?? "", i + 2);
      return columns.end({}).measured;
    };
    expect(
      measured([
        ["1", ""],
        ["2", "1.0"],
        ["3", "nan"],
      ]),
    ).toEqual(["via"]);
    expect(
      measured([
        ["1.0", ""],
        ["2.0", "1.0"],
      ]),
    ).toEqual(["code", "via"]);
    expect(
      measured([
        ["1.0", ""],
        ["2.0", "x"],
      ]),
    ).toEqual([]);
    expect(
      measured([
        ["1.0", ""],
        ["2.0", ""],
      ]),
    ).toEqual(["code"]);
    expect(
      measured([
        ["1.5", ""],
        ["2.0", "1.5"],
      ]),
    ).toEqual([]);
  });
});
