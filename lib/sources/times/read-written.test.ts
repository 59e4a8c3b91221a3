import { describe, expect, it } from "vitest";
import { MINUTE } from "#lib/time/lengths.ts";
import { parseTime } from "../parse-time.ts";
import { LONE_TIME, type TimeForm } from "./time-form.ts";
import { readTime } from "./time-reader.ts";

const DMY: TimeForm = { ...LONE_TIME, dateOrder: "day-first" };
const at = Date.UTC(2026, 2, 1, 9);
const read = (text: string, form = DMY, clock = "") => readTime(text, clock, form, "UTC");

describe("nine in the morning of 1 March 2026, as written by", () => {
  it.each([
    ...["2026-03-01T09:00:00Z", "2026-03-01 09:00", "2026-03-01 9:00", "2026-03-01 09:00:00 UTC"],
    ...["2026-03-01 9:00 UTC", "2026-03-01T12:00:00+0300", "2026-03-01 12:00:00 +3", "2026-03-01 13:00+04"],
    ...[
      "2026-03-01T12:00:00 GMT+3",
      "2026-03-01T12:00:00+03:00[Asia/Riyadh]",
      "2026-03-01 12:00 Asia/Riyadh",
    ],
    ...[
      "2026-03-01T09:00Z[UTC]",
      "2026-03-01T04:00:00−05:00",
      "2026-03-01 11:00 EET",
      "2026-03-01 04:00 EST",
    ],
    ...["2026/03/01 09:00", "2026.3.1 9:00", "2026-Mar-01 09:00", "20260301T090000Z", "20260301T0900"],
    ...["20260301090000", "202603010900", "1772355600", "1772355600.0", "1772355600000", "1772355600000.0"],
    ...["1772355600000000", "1772355600000000000", "639079524000000000", "١٧٧٢٣٥٥٦٠٠"],
    ...["Sun Mar 01 09:00:00 +0000 2026", "Sun Mar  1 09:00:00 2026", "Sun Mar 1 09:00:00 UTC 2026"],
    ...["Sun, 01 Mar 2026 09:00:00 +0000", "Sun, 1 Mar 2026 09:00:00 GMT", "Sunday, 01-Mar-26 09:00:00 GMT"],
    "Sun Mar 01 2026 12:00:00 GMT+0300 (Arabian Standard Time)",
    ...["[01/Mar/2026:09:00:00 +0000]", "01-MAR-26 09.00.00.000000 AM", "March 1, 2026 at 9:00 AM"],
    ...["Mar 1, 2026, 9:00:00\u202fAM", "9:00 AM · Mar 1, 2026", "1st March 2026 9am", "1 Mar. 2026 9 a.m."],
    ...["1 مارس 2026 9:00 ص", "١ مارس ٢٠٢٦ ٩:٠٠ ص", "1 آذار 2026 09:00", "الأحد، 1 مارس 2026 9:00 صباحًا"],
    ...["الأحد ١ اذار ٢٠٢٦، الساعة ٩:٠٠", "١‏/٣‏/٢٠٢٦، ٩:٠٠:٠٠ ص", "۰۱/۰۳/۲۰۲۶ ۰۹:۰۰", "9:00 ص 01/03/2026م"],
    ...["01/03/2026 09:00", "1/3/26 9:00", "01.03.2026 09.00", "1. 3. 2026 9:00", "01-03-2026 09:00"],
    ...[
      "01/03/2026, 09:00",
      "01/03/2026 09h00",
      "09:00 01/03/2026",
      "01/03/2026 09:00 UTC",
      "Sun 01/03/2026 09:00",
    ],
  ])("%s", (text) => expect(read(text)).toBe(at));

  it("two cells: a day and a clock, and what spreadsheets put with either", () => {
    expect(read("2026-03-01", DMY, "09:00:00")).toBe(at);
    expect(read("01/03/2026", DMY, "9:00 AM")).toBe(at);
    expect(read("2026-03-01 00:00:00", DMY, "1899-12-30 09:00:00")).toBe(at);
    expect(read("2026-03-01", DMY, "12:00+03:00")).toBe(at);
    expect(read("46082", { ...LONE_TIME, serials: 1900 }, "0.375")).toBe(at);
    expect(read("46082", { ...LONE_TIME, serials: 1900 }, "09:00")).toBe(at);
    expect(read("2026-03-01 10:00", DMY, "09:00")).toBe("not-a-date");
    expect(read("2026-03-01", DMY, "2026-03-01 09:00")).toBe("not-a-date");
    expect(read("2026-03-01", DMY, "25:00")).toBe("no-such-time");
  });

  it("a spreadsheet that counts from 1900 or 1904, with a point or a comma", () => {
    expect(read("46082.375", { ...LONE_TIME, serials: 1900 })).toBe(at);
    expect(read("46082,375", { ...LONE_TIME, serials: 1900 })).toBe(at);
    expect(read("44620.375", { ...LONE_TIME, serials: 1904 })).toBe(at);
    expect(read("46082.416666666664", { ...LONE_TIME, serials: 1900 })).toBe(at + 60 * MINUTE);
  });
});

it("reads noon and midnight of twelve-hour clocks", () => {
  const hour = (text: string) => new Date(Number(read(`01/03/2026 ${text}`))).getUTCHours();
  expect(
    ["12:00 AM", "12:30 ص", "0:30 AM", "12:00 PM", "0:30 PM", "1:00 pm", "15:30 PM", "11 p.m."].map(hour),
  ).toEqual([0, 0, 0, 12, 12, 13, 15, 23]);
  expect(read("01/03/2026 15:30 AM")).toBe("no-such-time");
});

it("takes the century of two digits, and the parts of a second", () => {
  expect(read("01/03/99")).toBe(Date.UTC(1999, 2, 1));
  expect(read("01/03/90")).toBe(Date.UTC(1990, 2, 1));
  expect(read("01/03/89")).toBe(Date.UTC(2089, 2, 1));
  expect(read("1772355600123456")).toBe(at + 123);
  expect(read("1772355600.123456")).toBe(at + 123);
  expect(read("2026-03-01T09:00:00:123")).toBe(at + 123);
  expect(read("2026-03-01 9:00:00,5")).toBe(at + 500);
});

it.each([
  [
    "no-such-time",
    ["30/02/2026", "2026-02-30", "2026-13-01", "2026-03-01T24:00Z", "2026-12-31T23:59:60Z", "29.2.2027"],
  ],
  ["wrong-weekday", ["Mon Mar 01 09:00:00 +0000 2026", "الاثنين 1 مارس 2026"]],
  ["other-calendar", ["1447/09/12 09:00", "۱۴۰۴/۱۲/۱۰", "٢٦‏/٩‏/١٤٤٧ هـ", "1447-09-12"]],
  ["digits-lost", ["1.77236E+12", "1,77236E+15", "1.7723556e+18"]],
  ["before-1990", ["-86400", "-86400000", "15/03/0026", "0000-00-00 00:00:00"]],
  [
    "unknown-zone",
    [
      "2026-03-01 09:00 CST",
      "2026-03-01 09:00 Europe/Nowhere",
      "2026-03-01T09:00+99:00",
      "2026-03-01 9:00 +03:75",
    ],
  ],
  ["other-date-order", ["03/15/2026"]],
  ["other-time-form", ["46082.375"]],
  [
    "not-a-date",
    [
      "yesterday",
      "2026",
      "Mar-26",
      "9:00",
      "00:00.0",
      "########",
      "12345",
      "99999999999",
      "1e5",
      "2026-03-01 x",
    ],
  ],
  [
    "not-a-date",
    [
      "2026-03-01 09:00 10:00",
      "2026-03-01 2026-03-01",
      "1/3-2026",
      "01/03/026",
      "2026-03-01T09:00:00.00:Z",
      `${"1 ".repeat(60)}`,
    ],
  ],
] as const)("refuses as %s what is that", (reason, texts) => {
  for (const text of texts) expect(read(text), text).toBe(reason);
});

it("holds what it reads against the calendar of logs", () => {
  const now = Date.UTC(2026, 10, 30);
  expect(parseTime("2038-01-20T00:00Z", { zone: null, now })).toBe("in-the-future");
  expect(parseTime("2147483648", { zone: null, now })).toBe("in-the-future");
  expect(parseTime("2147483648", { zone: null, now: Date.UTC(2039, 0) })).toBe(2147483648000);
  expect(parseTime("1989-12-31", { zone: "UTC", now })).toBe("before-1990");
  expect(parseTime("01/03/2026", { zone: "UTC", now })).toBe("not-a-date");
});
