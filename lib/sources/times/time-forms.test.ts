import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "#lib/time/lengths.ts";
import { readTime } from "./time-reader.ts";
import { type TimeFinding, TimeSurvey } from "./time-survey.ts";
import type { DateOrder } from "./written-time.ts";

const two = (value: number) => String(value).padStart(2, "0");
const arabic = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩".charAt(Number(digit)));
const persian = (text: string) => text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".charAt(Number(digit)));
const AR = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");
const SYRIAC =
  "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",");
const EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEK = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

function partsOf(at: number) {
  const date = new Date(at);
  const [month, hour] = [date.getUTCMonth(), date.getUTCHours()];
  return {
    ...{ year: date.getUTCFullYear(), month, day: date.getUTCDate(), weekday: WEEK[date.getUTCDay()] },
    ...{ hour, minute: two(date.getUTCMinutes()), second: two(date.getUTCSeconds()) },
    ...{ twelve: hour % 12 === 0 ? 12 : hour % 12, half: hour < 12 ? "AM" : "PM" },
  };
}
type Write = (at: number) => string;
const clockOf: Write = (at) => new Date(at).toISOString().slice(11, 19);

/** Forms that say which of their numbers is which. */
const NAMED: Readonly<Record<string, Write>> = {
  iso: (at) => new Date(at).toISOString(),
  blank: (at) => new Date(at).toISOString().slice(0, 19).replace("T", " "),
  utc: (at) => `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`,
  offset: (at) => `${new Date(at + 3 * 3600_000).toISOString().slice(0, 19)}+03`,
  tweet: (at) => {
    const { weekday, month, day, year } = partsOf(at);
    return `${weekday} ${EN[month]} ${two(day)} ${clockOf(at)} +0000 ${year}`;
  },
  mail: (at) => new Date(at).toUTCString(),
  arabic: (at) => {
    const { month, day, year } = partsOf(at);
    return arabic(`${day} ${AR[month]} ${year} ${clockOf(at)}`);
  },
  syriac: (at) => {
    const { month, day, year, twelve, minute, second, half } = partsOf(at);
    return `${day} ${SYRIAC[month]} ${year}، ${twelve}:${minute}:${second} ${half === "AM" ? "ص" : "م"}`;
  },
  seconds: (at) => String(at / 1000),
  floats: (at) => (at / 1000).toFixed(6),
  millis: (at) => String(at),
  micros: (at) => `${at}123`,
  // Of 1990 they are as long as the ticks of .NET in our days.
  nanos: (at) => `${Math.max(at, Date.UTC(1992, 0))}123456`,
};
const byOrder =
  (order: DateOrder, mark: string): Write =>
  (at) => {
    const { year, month, day, twelve, minute, second, half } = partsOf(at);
    const numbers = order === "day-first" ? [day, month + 1, year] : [month + 1, day, year];
    return `${numbers.join(mark)} ${twelve}:${minute}:${second} ${half}`;
  };
const ORDERED: Readonly<Record<string, Write>> = {
  dmy: byOrder("day-first", "/"),
  mdy: byOrder("month-first", "-"),
  persian: (at) => persian(byOrder("day-first", "/")(at)),
};

const second = fc.integer({ min: Date.UTC(1990, 0, 2) / 1000, max: Date.UTC(2026, 10, 29) / 1000 });
const instants = fc.array(
  second.map((at) => at * 1000),
  { minLength: 1, maxLength: 30 },
);
const survey = (texts: readonly string[], rows = texts.map((_, i) => i + 1)): TimeFinding => {
  const found = new TimeSurvey();
  rows.forEach((row) => {
    found.add(texts[row - 1] ?? "", row);
  });
  return found.finish();
};
function formOf(finding: TimeFinding) {
  if (!("form" in finding)) throw new Error(JSON.stringify(finding));
  return finding.form;
}

describe("a column written as", () => {
  it.each(Object.entries(NAMED))("%s is read back to the second", (_, write) => {
    fc.assert(
      fc.property(instants, (ats) => {
        const form = formOf(survey(ats.map(write)));
        for (const at of ats) {
          const read = Number(readTime(write(at), "", form, "UTC"));
          const meant = write === NAMED.nanos ? Math.max(at, Date.UTC(1992, 0)) : at;
          expect(Math.floor(read / 1000) * 1000).toBe(meant);
        }
      }),
    );
  });

  it.each(Object.entries(ORDERED))(
    "%s is read back, or asked about and read back as answered",
    (_, write) => {
      fc.assert(
        fc.property(instants, (ats) => {
          const texts = ats.map(write);
          const finding = survey(texts);
          const order: DateOrder = write === ORDERED.mdy ? "month-first" : "day-first";
          const proves = ats.some((at) => new Date(at).getUTCDate() > 12);
          const isSame = ats.every((at) => new Date(at).getUTCDate() === new Date(at).getUTCMonth() + 1);
          expect("form" in finding).toBe(proves || isSame);
          const asked = new TimeSurvey();
          texts.forEach((text, i) => {
            asked.add(text, i + 1);
          });
          const form = formOf(asked.finish({ dateOrder: order }));
          for (const at of ats) expect(readTime(write(at), "", form, "UTC")).toBe(at);
          if ("form" in finding && proves) expect(finding.form.dateOrder).toBe(order);
        }),
      );
    },
  );

  it("a spreadsheet's days is read back, by 1900 and by 1904", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(1900, 1904), (ats, serials) => {
        const start = serials === 1900 ? Date.UTC(1899, 11, 30) : Date.UTC(1904, 0, 1);
        // The last that a count from 1904 holds below that of 1990 is not taken for days.
        const later = ats.map((at) => Math.max(at, Date.UTC(1995, 0, 1)));
        const found = new TimeSurvey();
        later.forEach((at, i) => {
          found.add(String((at - start) / DAY), i + 1);
        });
        const form = formOf(found.finish({ serials: serials as 1900 | 1904 }));
        expect(form.serials).toBe(serials);
        for (const at of later) expect(readTime(String((at - start) / DAY), "", form, "UTC")).toBe(at);
      }),
    );
  });
});

it("finds the same in any order of the rows, and when the column comes twice", () => {
  const write = fc.constantFrom(
    ...Object.values(NAMED),
    ...Object.values(ORDERED),
    String,
    () => "",
    () => "n/a",
  );
  const cell = fc.tuple(second, write).map(([at, as]) => as(at * 1000));
  const serial = fc.integer({ min: 33_000, max: 46_000 }).map(String);
  const column = fc.array(fc.oneof(cell, serial), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(column, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (texts, chance) => {
      const rows = texts.map((_, i) => i + 1);
      const keys = new Map(rows.map((row) => [row, chance.next().value]));
      const shuffled = [...rows].sort((a, b) => Number(keys.get(a)) - Number(keys.get(b)));
      const found = survey(texts);
      expect(survey(texts, shuffled)).toEqual(found);
      expect(survey(texts, [...shuffled, ...rows])).toEqual(found);
    }),
    { numRuns: 300 },
  );
});
