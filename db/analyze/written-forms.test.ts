import { afterAll, describe, expect, it } from "vitest";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { readLog } from "./read-log.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

const DAYS = [15, 16, 17] as const;
/** Eight shares in three cascades: code, parent, day of March 2026, minutes after nine in the morning. */
const SHARES = [
  ["a1", "", 0, 0],
  ["b1", "a1", 0, 60],
  ["b2", "a1", 0, 120],
  ["c1", "b1", 0, 240],
  ["a2", "", 1, 0],
  ["d1", "a2", 1, 60],
  ["d2", "d1", 1, 150],
  ["a3", "", 2, 0],
] as const;

interface Moment {
  readonly at: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: string;
  readonly twelve: string;
  readonly isMorning: boolean;
}
function momentOf(day: number, minutes: number): Moment {
  const at = Date.UTC(2026, 2, day, 9) + minutes * 60_000;
  const [hour, minute] = [9 + Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0")];
  const twelve = `${hour > 12 ? hour - 12 : hour}:${minute}`;
  return { at, day, hour, minute, twelve, isMorning: hour < 12 };
}
type Write = (moment: Moment) => string;

/** A repost log with its times written so, on these days of March. */
function logOf(write: Write, days: readonly number[], columns = "time"): string {
  const rows = SHARES.map(([code, parent, day, minutes], i) => {
    const time = write(momentOf(days[day] ?? 0, minutes));
    return `"${code}";"${parent}";"p${i}";${time};"x"`;
  });
  return [`share_id;parent_share_id;actor_id;${columns.replace(",", ";")};channel`, ...rows].join("\n");
}

async function analyse(text: string, choices: ReadingChoices = {}, zone = "UTC") {
  const path = fixture.write("log.csv", text);
  const now = Date.UTC(2026, 5, 1);
  const { events, rows, faulty, forms } = await readLog(path, { map: {}, zone, choices, now });
  const grain = forms.wholeDays ? DAY : null;
  const options = { rows, unreadable: faulty.count, spend: null, cascades: false, zone, grain };
  const { input, metrics } = analyseLog(events, { ...options, asOf: now, horizon: 7 * DAY });
  const of = (name: string) => metrics[name]?.value;
  const times = events.map(({ occurredAt }) => occurredAt);
  return {
    input,
    forms,
    times,
    metrics,
    k: of("k"),
    seeds: of("seeds"),
    shares: of("size"),
    depth: of("depth"),
  };
}

async function fault(text: string, choices: ReadingChoices = {}) {
  return await analyse(text, choices).then(
    () => null,
    (error: unknown) => (error instanceof FileFaultError ? error.fault : error),
  );
}

const two = (value: number) => String(value).padStart(2, "0");
const latin = "0123456789";
const inDigits = (digits: string, text: string) =>
  text.replace(/\d/g, (d) => digits.charAt(latin.indexOf(d)));
const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN = "۰۱۲۳۴۵۶۷۸۹";
const half = (isMorning: boolean, [am, pm]: readonly [string, string]) => (isMorning ? am : pm);
const iso = ({ at }: Moment) => new Date(at).toISOString();
const serial = ({ at }: Moment) => String((at - Date.UTC(1899, 11, 30)) / DAY);
const dayOf = ({ at }: Moment) => new Date(at).getUTCDay();
const WEEK = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

const FORMS: Readonly<Record<string, Write>> = {
  ISO: iso,
  "ISO with a blank": (m) => iso(m).slice(0, 16).replace("T", " "),
  "ISO and UTC": (m) => `${iso(m).slice(0, 19).replace("T", " ")} UTC`,
  BigQuery: (m) => `${iso(m).slice(0, 19).replace("T", " ")}.000000 UTC`,
  "single-digit hours": (m) => `2026-03-${m.day} ${m.hour}:${m.minute}`,
  "offsets of all forms": (m) =>
    `${new Date(m.at + 3 * HOUR).toISOString().slice(0, 19)}${["+03", "+0300", "+03:00", " +3", " GMT+3"][m.at % 5]}`,
  "a Java zone": (m) => `${new Date(m.at + 3 * HOUR).toISOString().slice(0, 19)}+03:00[Asia/Riyadh]`,
  "slashes, year first": (m) => `2026/03/${m.day} ${m.hour}:${m.minute}`,
  "day first": (m) => `${m.day}/03/2026 ${two(m.hour)}:${m.minute}`,
  "day first with points": (m) => `${m.day}.3.2026 ${two(m.hour)}.${m.minute}`,
  "day first, year of two digits": (m) => `${m.day}/3/26 ${m.hour}:${m.minute}`,
  "month first": (m) => `3/${m.day}/2026 ${m.hour}:${m.minute}`,
  "month first, AM and PM": (m) => `3/${m.day}/2026, ${m.twelve}:00 ${half(m.isMorning, ["AM", "PM"])}`,
  "a.m. and p.m. in small letters": (m) =>
    `${m.day}/3/2026 ${m.twelve} ${half(m.isMorning, ["a.m.", "p.m."])}`,
  tweets: (m) => `${WEEK[dayOf(m)]} Mar ${m.day} ${two(m.hour)}:${m.minute}:00 +0000 2026`,
  mail: ({ at }) => new Date(at).toUTCString(),
  JavaScript: (m) =>
    `${WEEK[dayOf(m)]} Mar ${m.day} 2026 ${two(m.hour)}:${m.minute}:00 GMT+0000 (Coordinated Universal Time)`,
  "a web server": (m) => `[${m.day}/Mar/2026:${two(m.hour)}:${m.minute}:00 +0000]`,
  Oracle: (m) => `${m.day}-MAR-26 ${m.twelve.replace(":", ".")}.00.000000 ${half(m.isMorning, ["AM", "PM"])}`,
  "English words": (m) => `March ${m.day}, 2026 at ${m.twelve} ${half(m.isMorning, ["AM", "PM"])}`,
  "Arabic words": (m) => `${m.day} مارس 2026 ${m.twelve} ${half(m.isMorning, ["ص", "م"])}`,
  "Syriac months": (m) => inDigits(ARABIC, `${m.day} آذار 2026، ${m.hour}:${m.minute}`),
  "Arabic digits": (m) => inDigits(ARABIC, `${m.day}/3/2026 ${m.twelve} ${half(m.isMorning, ["ص", "م"])}`),
  "Persian digits": (m) => inDigits(PERSIAN, `2026/3/${m.day} ${two(m.hour)}:${m.minute}`),
  "an Arabic phone": (m) =>
    inDigits(ARABIC, `${m.day}\u200f/3\u200f/2026، ${m.twelve}:00 ${half(m.isMorning, ["ص", "م"])}`),
  seconds: ({ at }) => String(at / 1000),
  "seconds with a fraction": ({ at }) => (at / 1000).toFixed(3),
  milliseconds: ({ at }) => String(at),
  microseconds: ({ at }) => `${at}000`,
  nanoseconds: ({ at }) => `${at}000000`,
  "a spreadsheet's days": serial,
  "a spreadsheet's days with a comma": (m) => serial(m).replace(".", ","),
  "digits alone": (m) => `202603${m.day}${two(m.hour)}${m.minute}00`,
  "ISO without marks": (m) => `202603${m.day}T${two(m.hour)}${m.minute}00Z`,
  "two columns": (m) => `2026-03-${m.day};${two(m.hour)}:${m.minute}:00`,
  "two columns, day first": (m) => `${m.day}/03/2026;${m.twelve} ${half(m.isMorning, ["AM", "PM"])}`,
  "two columns of a spreadsheet": (m) => `${Math.floor(Number(serial(m)))};${Number(serial(m)) % 1}`,
  "forms that say what they are, mixed": (m) =>
    [iso(m), String(m.at / 1000), `${m.day} Mar 2026 ${m.hour}:${m.minute}`][m.day % 3] ?? "",
};

describe("eight shares whose times are written as", () => {
  it.each(Object.entries(FORMS))("%s give the same figures", async (name, write) => {
    const columns = name.startsWith("two columns") ? "date,time" : "time";
    const found = await analyse(logOf(write, DAYS, columns));
    expect(found).toMatchObject({
      k: 0.4,
      seeds: 3,
      shares: 8,
      depth: 2,
      input: { faults: { unreadable: 0 } },
    });
    const control = await analyse(logOf(iso, DAYS));
    expect(found.times).toEqual(control.times);
    expect(found.metrics).toEqual(control.metrics);
  });

  const EITHER = [1, 2, 3] as const;
  it("either order of day and month are asked about, and read as answered", async () => {
    const text = logOf((m) => `0${m.day}/04/2026 ${m.hour}:${m.minute}`, EITHER);
    expect(await fault(text)).toEqual({
      reason: "day-or-month",
      line: 2,
      detail: "01/04/2026 9:00 = 2026-04-01, 2026-01-04",
    });
    const dayFirst = await analyse(text, { dateOrder: "day-first" });
    expect(dayFirst).toMatchObject({ k: 0.4, seeds: 3 });
    expect(dayFirst.times[0]).toBe(Date.UTC(2026, 3, 1, 9));
    const monthFirst = await analyse(text, { dateOrder: "month-first" });
    expect(monthFirst.times[0]).toBe(Date.UTC(2026, 0, 4, 9));
  });

  it("a spreadsheet of an old Mac are four years early until it is said", async () => {
    const text = logOf((m) => String(Number(serial(m)) - 1462), DAYS);
    const from1900 = await analyse(text);
    expect(from1900.times[0]).toBe(Date.UTC(2022, 2, 14, 9));
    expect(from1900.forms.serials).toBe(1900);
    const from1904 = await analyse(text, { serials: 1904 });
    expect(from1904.times).toEqual((await analyse(logOf(iso, DAYS))).times);
  });

  it("whole days carry their grain to what is made of them", async () => {
    const days = await analyse(logOf((m) => `2026-03-${m.day}`, DAYS));
    expect(days).toMatchObject({ k: 0.4, seeds: 3, shares: 8, depth: 2, forms: { wholeDays: true } });
    expect(days.metrics.generationIntervalMedian).toMatchObject({ grain: DAY });
    expect(days.metrics.k).not.toHaveProperty("grain");
    const hours = await analyse(logOf(iso, DAYS));
    expect(hours.metrics.generationIntervalMedian).not.toHaveProperty("grain");
  });

  it("a zone that the import names are read by its clock", async () => {
    const text = logOf((m) => `${m.day}/03/2026 ${m.hour}:${m.minute}`, DAYS);
    const { times } = await analyse(text, {}, "Asia/Riyadh");
    expect(times[0]).toBe(Date.UTC(2026, 2, 15, 6));
  });

  it.each([
    [
      "the afternoon without its half",
      (m: Moment) =>
        m.day === 17 ? `17/3/2026 9:00` : `${m.day}/3/2026 ${m.twelve} ${half(m.isMorning, ["AM", "PM"])}`,
    ],
    [
      "one date of the other order",
      (m: Moment) => (m.day === 17 ? "03/17/2026 09:00" : `${m.day}/03/2026 ${m.hour}:${m.minute}`),
    ],
    [
      "one day that there is not",
      (m: Moment) => (m.day === 17 ? "30/02/2026 09:00" : `${m.day}/03/2026 ${m.hour}:${m.minute}`),
    ],
    ["one of a spreadsheet's days among dates", (m: Moment) => (m.day === 17 ? serial(m) : iso(m))],
    ["one wrong weekday", (m: Moment) => (m.day === 17 ? "Mon Mar 17 09:00:00 +0000 2026" : iso(m))],
  ])("%s lose that row with its reason, and never read it another way", async (_, write) => {
    const text = logOf(write, DAYS);
    const found =
      (await fault(text)) === null ? await analyse(text) : await analyse(text, { dateOrder: "day-first" });
    expect(found).toMatchObject({ seeds: 2, shares: 7, k: 0.4, input: { faults: { unreadable: 1 } } });
  });
});

it("parents that a program took for measures name their codes all the same", async () => {
  const rows = [
    "101,,p1",
    "102,101.0,p2",
    "103,101.0,p3",
    "104,102.0,p4",
    "105,,p5",
    "106,105.0,p6",
    "107,106.0,p7",
    "108,,p8",
  ];
  const log = (all: readonly string[]) =>
    `share_id,parent_share_id,actor_id,time\n${all.map((row, i) => `${row},2026-03-01T${10 + i}:00Z\n`).join("")}`;
  const found = await analyse(log(rows));
  expect(found).toMatchObject({
    k: 0.4,
    seeds: 3,
    depth: 2,
    input: { faults: { orphans: 0 } },
    forms: { measured: ["via"] },
  });
  const versions = await analyse(log(["1.0,,p", "1.5,1.0,q", "2.0,1.5,r"]));
  expect(versions).toMatchObject({
    shares: 3,
    depth: 2,
    input: { faults: { orphans: 0 } },
    forms: { measured: [] },
  });
});
