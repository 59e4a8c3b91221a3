import { afterEach, beforeEach, expect, test } from "vitest";
import { share } from "#db/engines/testing/drawn-logs.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { CascadeSurveys, SurveyNeeded } from "./cascade-surveys.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
const KEPT = 3;

let fixture: ImportFixture;
let surveys: CascadeSurveys;
beforeEach(() => {
  fixture = new ImportFixture();
  surveys = new CascadeSurveys(fixture.db.$client, KEY, { large: 10, kept: KEPT });
  // r has nine children; s3 has three and s4 has two; s8 is the latest.
  append(share("r", null, 0), ...Array.from({ length: 9 }, (_, i) => share(`s${i}`, "r", 10 + i)));
  append(...["a", "b", "c"].map((code) => share(code, "s3", 5)), share("d", "s4", 5), share("e", "s4", 5));
});
afterEach(() => fixture.close());

function append(...events: readonly CampaignEvent[]): void {
  const delivery = { source: "test", importId: null, receivedAt: 0, online: false };
  eventStoreOf(fixture.db).append(KEY, events, delivery);
}

/** Takes leaves out of the forest as a retraction does, sums and all. */
function drop(...codes: readonly string[]): void {
  for (const code of codes) fixture.db.$client.prepare("DELETE FROM journal WHERE code = ?").run(code);
  const { rowid } = fixture.db.$client.prepare("SELECT max(rowid) AS rowid FROM shares").get() as {
    rowid: number;
  };
  const before = fixture.db.$client.prepare("SELECT code, rowid FROM shares ORDER BY rowid").all() as {
    code: string;
    rowid: number;
  }[];
  eventStoreOf(fixture.db).rebuild(KEY);
  // A rebuild numbers rows anew; a retraction leaves the others' numbers as they are.
  fixture.db.$client.exec(`UPDATE shares SET rowid = rowid + ${2 * rowid}`);
  for (const row of before)
    fixture.db.$client.prepare("UPDATE shares SET rowid = ? WHERE code = ?").run(row.rowid, row.code);
}

const needsSurvey = () => expect(() => surveys.extremesOf("r")).toThrow(SurveyNeeded);

test("a small cascade is read, a large one must have been surveyed before", () => {
  append(share("q", null, 0), share("q1", "q", 7), share("q2", "q1", 3));
  expect(surveys.extremesOf("q")).toEqual({ lastAt: 7, maxChildren: 1 });
  needsSurvey();
  surveys.survey("r");
  expect(surveys.extremesOf("r")).toEqual({ lastAt: 18, maxChildren: 3 });
});

test("what leaves by our own hand lowers the extremes, as long as a candidate is left", () => {
  surveys.survey("r");
  drop("s8", "a");
  surveys.settle();
  surveys.catchUp();
  expect(surveys.extremesOf("r")).toEqual({ lastAt: 17, maxChildren: 2 });
  drop("s7", "s6");
  surveys.settle();
  needsSurvey();
  surveys.survey("r");
  expect(surveys.extremesOf("r")).toEqual({ lastAt: 15, maxChildren: 2 });
});

test("a candidate must be left for each of the extremes", () => {
  append(share("f", "s5", 5), share("g", "s5", 5), share("h", "s0", 5));
  surveys.survey("r");
  drop("a", "b", "c", "d", "e", "f", "g");
  surveys.settle();
  needsSurvey();
  surveys.survey("r");
  expect(surveys.extremesOf("r")).toEqual({ lastAt: 18, maxChildren: 1 });
});

test("what is moved into it by our own hand counts", () => {
  append(share("o", "joins", 300));
  surveys.survey("r");
  append(share("joins", "s0", 1));
  surveys.settle();
  expect(surveys.extremesOf("r")).toMatchObject({ lastAt: 18 });
  surveys.note("r", "o");
  expect(surveys.extremesOf("r")).toMatchObject({ lastAt: 300 });
});

test("what others add counts", () => {
  surveys.survey("r");
  append(
    share("late", "s1", 99),
    share("x", "d", 1),
    share("y", "d", 1),
    share("z", "d", 1),
    share("w", "d", 1),
  );
  surveys.catchUp();
  expect(surveys.extremesOf("r")).toEqual({ lastAt: 99, maxChildren: 4 });
});

test("a cascade that others take from, or move shares into, is surveyed anew", () => {
  surveys.survey("r");
  drop("s8");
  surveys.catchUp();
  needsSurvey();
  append(share("m", "later", 200), share("later", "s0", 1));
  surveys.survey("r");
  append(share("o", "joins", 300), share("o2", "o", 400));
  surveys.catchUp();
  expect(surveys.extremesOf("r")).toMatchObject({ lastAt: 200 });
  append(share("joins", "s0", 1));
  surveys.catchUp();
  needsSurvey();
});

test("the number of a row that is gone says nothing of the row that bears it now", () => {
  append(share("last", "s0", 1));
  surveys.survey("r");
  drop("last");
  append(share("next", "s0", 500));
  surveys.catchUp();
  needsSurvey();
});
