import { afterAll, describe, expect, it } from "vitest";
import { BASE_ROWS } from "#db/import/testing/base-log.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import { DAY } from "#lib/time/lengths.ts";
import { readLog } from "./read-log.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

type Row = (typeof BASE_ROWS)[number];
type Cells = readonly string[];

async function analyse(header: Cells, rows: readonly Cells[], name = "log.csv", map = {}) {
  const text =
    name === "log.csv"
      ? [header, ...rows].map((cells) => cells.join(",")).join("\n")
      : rows
          .map((cells) => JSON.stringify(Object.fromEntries(cells.map((c, i) => [header[i], c]))))
          .join("\n");
  const log = await readLog(fixture.write(name, text), { map, zone: "UTC", choices: {}, now: fixture.now });
  const { events, rows: read } = log;
  const analysis = analyseLog(events, {
    ...{ rows: read, unreadable: log.faulty.count, spend: null, cascades: false, zone: "UTC" },
    ...{ horizon: 7 * DAY, asOf: fixture.now },
  });
  return { ...log, analysis };
}

function expectBase({ analysis }: Awaited<ReturnType<typeof analyse>>): void {
  expect(analysis.input).toEqual({
    ...{ rows: 8, people: 8, shares: 8, cascades: 3 },
    faults: { unreadable: 0, duplicates: 0, orphans: 0, cycles: 0, skews: 0, later: 0 },
  });
  expect(analysis.metrics).toMatchObject({ k: { value: 0.4 }, k0: { value: 1 }, depth: { value: 2 } });
}

const HEADER = ["share_id", "parent_share_id", "actor_id", "occurred_at", "channel"];

describe("headings of a log", () => {
  it.each([
    [["shareId", "parentShareId", "actorId", "createdAt", "channel"]],
    [["ShareID", "ParentShareID", "UserID", "Created At", "Network"]],
    [["id", "parentId", "authorId", "timestamp", "platform"]],
    [["رقم المشاركة", "المشاركة الأصل", "رقم المستخدم", "التاريخ", "القناة"]],
    [["\ufeffmessage-id", "reply to message id", "from.id", "date_unixtime", "medium"]],
  ])("are found: %s", async (header) => {
    expectBase(await analyse(header, BASE_ROWS));
    expectBase(await analyse(header, BASE_ROWS, "log.ndjson"));
  });

  it.each([
    ["user", "user_id"],
    ["userName", "userId"],
    ["الاسم", "معرف المستخدم"],
    ["full_name", "customer_id"],
  ])("prefer an id to a name: %s and %s", async (name, id) => {
    const header = ["share_id", "parent_id", name, id, "time"];
    expectBase(
      await analyse(
        header,
        BASE_ROWS.map(([code, via, person, at]) => [code, via, "Same Name", person, at]),
      ),
    );
  });
});

describe("a column of types", () => {
  const typed = (root: string, other: string) =>
    BASE_ROWS.map((row: Row) => [...row, row[1] === "" ? root : other]);
  it.each([
    ["tweet", "retweet"],
    ["origin", "quote"],
    ["Post", "Repost"],
    ["original", "RT"],
    ["تغريدة", "إعادة تغريد"],
    ["user", "page"],
    ["photo", "video"],
    ["", ""],
  ])("does not change what is read: %s, %s", async (root, other) => {
    if (root !== "") expectBase(await analyse([...HEADER, "type"], typed(root, other)));
    expectBase(await analyse([...HEADER, "type"], typed(root, other), "log.csv", { kind: "" }));
  });

  it("says of rows that are neither shares nor any other kind that they cannot be read", async () => {
    const rows = [...typed("tweet", "retweet"), ["e1", "a1", "p9", "2024-03-04T09:00:00Z", "x", "like"]];
    const { analysis, faulty } = await analyse([...HEADER, "type"], rows);
    expect(analysis.input.shares).toBe(8);
    expect(faulty).toMatchObject({ count: 1, first: [{ field: "kind", reason: "unknown-choice", row: 9 }] });
  });

  it("reads clicks as visits and purchases as conversions", async () => {
    const rows = [
      ["share", "a1", "", "p1", "2024-03-01T09:00:00Z", ""],
      ["Click", "", "a1", "p2", "2024-03-01T09:10:00Z", ""],
      ["purchase", "", "a1", "p2", "2024-03-01T09:20:00Z", "12.5"],
      ["شراء", "", "a1", "p3", "2024-03-01T09:30:00Z", "3"],
    ];
    const { events } = await analyse(["event", "code", "via", "person", "time", "value"], rows);
    expect(events.map(({ kind, via, value }) => [kind, via, value])).toEqual([
      ["share", null, null],
      ["visit", "a1", null],
      ["conversion", "a1", 12.5],
      ["conversion", "a1", 3],
    ]);
  });
});

describe("invisible marks", () => {
  const around = (mark: string) => (text: string) => (text === "" ? mark : `${mark}${text}${mark}`);
  const within = (mark: string) => (text: string) => text.slice(0, 1) + mark + text.slice(1);
  const KINDS = ["\u200f", "\u200e", "\u200b", "\ufeff", "\u00ad", "\u061c", "\u2060", "\u202b"].flatMap(
    (mark) => [
      [`U+${mark.codePointAt(0)?.toString(16)} around`, around(mark)] as const,
      [`U+${mark.codePointAt(0)?.toString(16)} within`, within(mark)] as const,
    ],
  );
  it.each([...KINDS, ["no-break space around", around("\u00a0")] as const])(
    "%s parents, codes or persons make no other name of them",
    async (_, mark) => {
      for (const column of [0, 1, 2]) {
        const rows = BASE_ROWS.map((row) => row.map((cell, at) => (at === column ? mark(cell) : cell)));
        const log = await analyse(HEADER, rows);
        expectBase(log);
        expect(log.events.map(({ code, via, person }) => [code, via ?? "", person])).toEqual(
          BASE_ROWS.map(([code, via, person]) => [code, via, person]),
        );
      }
    },
  );

  it("are counted", async () => {
    const rows = BASE_ROWS.map(([code, via, ...rest]) => [code, via === "" ? "" : `\u200f${via}`, ...rest]);
    expect((await analyse(HEADER, rows)).marked).toBe(5);
    expect((await analyse(HEADER, BASE_ROWS)).marked).toBe(0);
  });
});
