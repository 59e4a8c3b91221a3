import { afterAll, expect, test } from "vitest";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { PLAIN_FORMS } from "#lib/sources/reading.ts";
import { findImport } from "./find-import.ts";
import { runImport } from "./run-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

const HEADING = "share_id,parent_share_id,actor_id,occurred_at\n";
const dated = (...rows: [code: string, time: string][]) =>
  HEADING + rows.map(([code, time]) => `${code},,p,${time}\n`).join("");
const times = () =>
  fixture.db.$client
    .prepare<[], string>("SELECT strftime('%Y-%m-%dT%H', occurred_at / 1000, 'unixepoch') FROM journal")
    .pluck()
    .all();

test("an import asks which of day and month comes first, and reads all rows by the answer", async () => {
  const path = fixture.write("either.csv", dated(["a", "03/04/2024 09:00"], ["b", "05/04/2024 10:00"]));
  expect(await fixture.run(path)).toMatchObject({
    status: "failed",
    received: 0,
    fault: { reason: "day-or-month", detail: "03/04/2024 09:00 = 2024-04-03, 2024-03-04" },
  });
  const id = await fixture.create(path);
  updateImport(fixture.scope, {
    importId: id,
    reading: { choices: { dateOrder: "month-first" }, forms: null },
  });
  const options = { path, now: () => fixture.now };
  expect(await runImport(fixture.scope, id, options)).toMatchObject({ status: "done", accepted: 2 });
  expect(times()).toEqual(["2024-03-04T09", "2024-05-04T10"]);
  expect(findImport(fixture.scope, id).reading?.forms).toEqual({
    ...PLAIN_FORMS,
    dateOrder: "month-first",
  });
});

test("what a survey decided once holds for an import that goes on", async () => {
  const path = fixture.write("resumed.csv", dated(["c", "01/02/2024 09:00"], ["d", "02/02/2024 10:00"]));
  const id = await fixture.create(path);
  updateImport(fixture.scope, {
    importId: id,
    reading: { choices: {}, forms: { ...PLAIN_FORMS, dateOrder: "day-first" } },
  });
  await runImport(fixture.scope, id, { path, now: () => fixture.now });
  expect(times().slice(2)).toEqual(["2024-02-01T09", "2024-02-02T10"]);
});

test("names that a spreadsheet cut short bring nothing in", async () => {
  const before = fixture.count("journal");
  const path = fixture.write("cut.csv", dated(["1.76723E+18", "2024-03-04"], ["1.76723E+18", "2024-03-05"]));
  expect(await fixture.run(path)).toMatchObject({
    status: "failed",
    fault: { reason: "digits-lost", line: 2, detail: "1.76723E+18" },
  });
  expect(fixture.count("journal")).toBe(before);
});
