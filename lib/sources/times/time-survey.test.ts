import { expect, it } from "vitest";
import { LONE_TIME } from "./time-form.ts";
import { readTime } from "./time-reader.ts";
import { type TimeFinding, TimeSurvey } from "./time-survey.ts";

const survey = (texts: readonly string[]): TimeFinding => {
  const found = new TimeSurvey();
  texts.forEach((text, i) => {
    found.add(text, i + 1);
  });
  return found.finish();
};
function formOf(finding: TimeFinding) {
  if (!("form" in finding)) throw new Error(JSON.stringify(finding));
  return finding.form;
}

it("takes the order that one day proves, and asks where none does", () => {
  expect(survey(["03/04/2026", "15/03/2026"])).toMatchObject({ form: { dateOrder: "day-first" } });
  expect(survey(["03/04/2026", "03/15/2026"])).toMatchObject({ form: { dateOrder: "month-first" } });
  expect(survey(["Tue 03/03/2026", "Wed 04/03/2026"])).toMatchObject({ form: { dateOrder: "day-first" } });
  expect(survey(["2026-03-15 09:00", "03/04/2026", "04/05/2026"])).toEqual({
    readings: [
      { order: "day-first", row: 2, text: "03/04/2026", day: "2026-04-03" },
      { order: "month-first", row: 2, text: "03/04/2026", day: "2026-03-04" },
    ],
  });
  expect(survey(["03/03/2026", "4.4.2026"])).toMatchObject({ form: { dateOrder: "day-first" } });
});

it("asks where rows prove both orders, and passes over a few that slipped in", () => {
  expect(survey(["03/15/2026", "15/03/2026", "01/02/2026"])).toEqual({
    readings: [
      { order: "day-first", row: 2, text: "15/03/2026", day: "2026-03-15" },
      { order: "month-first", row: 1, text: "03/15/2026", day: "2026-03-15" },
    ],
  });
  const days = Array.from({ length: 20 }, () => "15/03/2026");
  const finding = survey([...days, "03/15/2026"]);
  expect(finding).toMatchObject({ form: { dateOrder: "day-first" } });
  expect(readTime("03/15/2026", "", formOf(finding), "UTC")).toBe("other-date-order");
});

it("asks about two digits of a year where they may stand first", () => {
  expect(survey(["15-03-26"])).toMatchObject({
    readings: [{ order: "day-first" }, { order: "year-first" }],
  });
  expect(survey(["15/03/26"])).toMatchObject({ form: { dateOrder: "day-first" } });
  expect(survey(["32-03-15"])).toMatchObject({ form: { dateOrder: "year-first" } });
});

it("takes days of a spreadsheet only where the column is made of them", () => {
  expect(survey(["46082", "46083.5"])).toMatchObject({ form: { serials: 1900 } });
  const mixed = survey(["46082", "2026-03-01"]);
  expect(mixed).toMatchObject({ form: { serials: null } });
  expect(readTime("46082", "", formOf(mixed), "UTC")).toBe("other-time-form");
  const nearly = survey([...Array.from({ length: 9 }, () => "46082"), "2026-03-01"]);
  expect(nearly).toMatchObject({ form: { serials: 1900 } });
  expect(readTime("2026-03-01", "", formOf(nearly), "UTC")).toBe("other-time-form");
  // Seconds since the beginning of a study, of which some look like days.
  expect(survey(["0", "40000", "100000"])).toMatchObject({ form: { serials: null } });
});

it("never reads an hour of a twelve-hour clock without its half", () => {
  const finding = survey(["1/3/2026 1:00 PM", "31/3/2026 9:00 AM", "1/3/2026 9:30", "1/3/2026 15:00"]);
  const read = (text: string) => readTime(text, "", formOf(finding), "UTC");
  expect(read("1/3/2026 9:30")).toBe("half-of-day-missing");
  expect(read("1/3/2026 15:00")).toBe(Date.UTC(2026, 2, 1, 15));
  const whole = survey(["1/3/2026 13:00", "31/3/2026 9:00", "1/3/2026 8:00", "1/3/2026 9:00 PM"]);
  expect(readTime("31/3/2026 9:00", "", formOf(whole), "UTC")).toBe(Date.UTC(2026, 2, 31, 9));
});

it("tells a log of days from one of hours", () => {
  const isWhole = (...texts: string[]) => formOf(survey(texts)).wholeDays;
  expect(isWhole("2026-03-01", "2026-03-02")).toBe(true);
  expect(isWhole("2026-03-01 00:00:00", "2026-03-02 00:00:00")).toBe(true);
  expect(isWhole("46082", "46083")).toBe(true);
  expect(isWhole("2026-02-28T21:00Z", "2026-03-01T21:00Z", "2026-03-04T21:00Z")).toBe(true);
  expect(isWhole("2026-03-01", "2026-03-02 00:00:01")).toBe(false);
  expect(isWhole("2026-03-01T09:00Z", "2026-03-01T09:00Z")).toBe(false);
  expect(isWhole("46082.5", "46083")).toBe(false);
});

it("leaves it to the rows where none can be read", () => {
  expect(survey(["", "soon", "later"])).toEqual({ form: { ...LONE_TIME, wholeDays: false } });
});
