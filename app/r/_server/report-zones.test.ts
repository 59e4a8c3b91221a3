import { expect, onTestFinished, test } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { openLink } from "#app/_answers/testing/open-link.ts";
import { questionOf } from "#app/_answers/testing/question-of.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { overviewAnswer } from "#lib/answers/overview/answer.ts";
import { sharesTable } from "#lib/answers/overview/table.ts";
import type { Row } from "#lib/answers/table.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { reportTable } from "./report-table.ts";

const DAYS = 12;

/** A share every 37 minutes from six days before the noon of a day to six days after it. */
function plant(zone: string, noon: string) {
  const fixture = new ImportFixture();
  onTestFinished(() => fixture.close());
  const { db } = fixture;
  db.update(workspaces).set({ zone }).run();
  const scope = openOperatorScope(db, "ours");
  const start = Date.parse(noon) - (DAYS / 2) * DAY;
  const times = Array.from({ length: (DAYS * DAY) / (37 * MINUTE) }, (_, n) => start + n * 37 * MINUTE);
  addEvents(
    scope,
    1,
    times.map((occurredAt, n) => {
      const via = n % 3 === 0 ? {} : { via: `s${n - 1}` };
      const id = `s${n}`;
      return { ...via, id, kind: "share", person: `p${n}`, code: id, channel: "x", occurredAt };
    }),
  );
  return { db, scope, times };
}

/** Shares by the day that a file says a step begins on, days without one left out. */
function byDay(rows: Iterable<Row>, columns: readonly number[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const row of rows) {
    const day = String(row[0]).slice(0, 10);
    const shares = columns.reduce((sum, column) => sum + Number(row[column]), 0);
    if (shares > 0) days[day] = (days[day] ?? 0) + shares;
  }
  return days;
}

test.each([
  ["Asia/Kathmandu", "2025-11-24T12:00Z"],
  ["Asia/Kolkata", "2025-11-24T12:00Z"],
  ["Asia/Tehran", "2022-09-22T12:00Z"],
  ["Asia/Kabul", "2025-11-24T12:00Z"],
  ["Asia/Yangon", "2025-11-24T12:00Z"],
  ["America/St_Johns", "2025-11-02T12:00Z"],
  ["Pacific/Marquesas", "2025-11-24T12:00Z"],
  ["Australia/Adelaide", "2025-10-05T12:00Z"],
  ["Australia/Lord_Howe", "2025-04-06T12:00Z"],
  ["Australia/Lord_Howe", "2025-10-05T12:00Z"],
  ["Pacific/Chatham", "2025-09-28T12:00Z"],
  ["Africa/Cairo", "2025-04-25T12:00Z"],
  ["Africa/Cairo", "2025-10-31T12:00Z"],
  ["America/New_York", "2025-03-09T12:00Z"],
  ["Asia/Riyadh", "2025-11-24T12:00Z"],
])("the days of a report in %s around %s are those of the Overview, and of the clock", async (zone, noon) => {
  const { db, scope, times } = plant(zone, noon);
  const clock = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const counted: Record<string, number> = {};
  for (const at of times) counted[clock.format(at)] = (counted[clock.format(at)] ?? 0) + 1;
  expect(Object.keys(counted).length).toBeGreaterThanOrEqual(DAYS);
  answerHere(db);

  // Each grain, as a link that shows one day goes by the hour.
  for (const grain of ["hour", "day"]) {
    const question = questionOf(scope, `grain=${grain}`);
    const answer = overviewAnswer(inputsReader(scope), question);
    expect(byDay(sharesTable.rows(answer, question), [1, 2, 3, 4]), grain).toEqual(counted);
  }
  const { rows } = await reportTable(openLink(scope), "shares", {});
  expect(byDay(rows, [1, 2, 3, 4])).toEqual(counted);
  for (const [day, shares] of Object.entries(counted)) {
    const one = await reportTable(openLink(scope), "shares", { fromDay: day, toDay: day });
    expect(byDay(one.rows, [1, 2, 3, 4]), day).toEqual({ [day]: shares });
  }
});
