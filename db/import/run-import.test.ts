import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { listQuarantine } from "#db/queries/imports/list-quarantine.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { DEPTH_MAX } from "#lib/cascade/depth-max.ts";
import { PLAIN_FORMS } from "#lib/sources/reading.ts";
import { checkFile } from "./check-file.ts";
import { findImport } from "./find-import.ts";
import type { ImportOutcome } from "./run-import.ts";
import { runImport } from "./run-import.ts";
import { setImport } from "./set-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const HEADER = "share_id,parent_id,time,actor,channel";
const GOOD = [
  "s1,,2024-01-01T00:00:00Z,ann,WhatsApp",
  "s2,s1,2024-01-01T01:00:00Z,bob,whatsapp",
  "s3,s2,2024-01-01T02:00:00Z,cid,x",
  "s4,lost,2024-01-01T03:00:00Z,dan,x",
];
const asObject = (row: string) => {
  const [share_id, parent_id, time, actor, channel] = row.split(",");
  return JSON.stringify({ share_id, parent_id: parent_id || null, time, actor, channel });
};
const BAD_DATE = "s5,s1,yesterday,eve,x";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

const csv = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;

function expectSum({ received, accepted, duplicate, quarantined, refused }: ImportOutcome): void {
  expect(accepted + duplicate + quarantined + refused).toBe(received);
}

/** A long log: cascades of ten shares, more rows than one batch holds. */
function longLog(rows: number): string[] {
  return Array.from({ length: rows }, (_, i) => {
    const via = i % 10 === 0 ? "" : `c${i - 1 - (i % 3 && i % 10 > 3 ? 2 : 0)}`;
    return `c${i},${via},${1_700_000_000 + i},p${i},x`;
  });
}

describe("ways of writing the same log give the same campaign", () => {
  const ndjson = GOOD.map(asObject).join("\n");

  test.each<[string, string | Uint8Array]>([
    ["gzip", gzipSync(csv(...GOOD))],
    ["semicolons", csv(...GOOD).replaceAll(",", ";")],
    ["a byte order mark", `\uFEFF${csv(...GOOD)}`],
    ["Windows line ends", csv(...GOOD).replaceAll("\n", "\r\n")],
    ["NDJSON", ndjson],
  ])("%s", async (_, content) => {
    const plain = await fixture.run(fixture.write("plain.csv", csv(...GOOD)));
    expect(plain).toMatchObject({ status: "done", fault: null, received: 4, accepted: 4 });
    const other = new ImportFixture();
    const outcome = await other.run(other.write("other", content));
    expect(outcome).toEqual(plain);
    expect(other.digest()).toBe(fixture.digest());
    other.close();
  });
});

test("a share whose code is the id of another event is not taken for it", async () => {
  const rows = [
    "id,kind,person,via,code,channel,occurredAt",
    "s0,share,ann,,top,x,2024-01-01T00:00:00Z",
    "a1,visit,bob,top,,,2024-01-01T01:00:00Z",
    ",share,bob,top,a1,x,2024-01-01T02:00:00Z",
  ];
  const file = fixture.write("log.csv", `${rows.join("\n")}\n`);
  expect(await fixture.run(file)).toMatchObject({ accepted: 3, duplicate: 0, quarantined: 0 });
  expect(fixture.count("shares")).toBe(2);
  expect(await fixture.run(file)).toMatchObject({ accepted: 0, duplicate: 3 });
});

describe("faulty rows", () => {
  const faulty = [
    BAD_DATE,
    "s6,s1,2024-01-01T00:00:00Z",
    "s7,s1,2024-01-01T00:00:00Z,gus,x,more",
    "s8,s1,2024-01-01T00:00:00Z,,x",
  ];

  test("are set aside with row, line, field and reason, and the rest stays", async () => {
    const outcome = await fixture.run(fixture.write("log.csv", csv(...GOOD, ...faulty)));
    expectSum(outcome);
    expect(outcome).toMatchObject({ status: "done", fault: null, accepted: 4, quarantined: 4 });
    expect(listQuarantine(fixture.scope, { importId: 1 })).toMatchObject([
      { row: 5, line: 6, field: "occurredAt", reason: "not-a-date", raw: BAD_DATE },
      { row: 6, line: 7, field: "person", reason: "missing" },
      { row: 7, line: 8, field: "row", reason: "too-many-fields" },
      { row: 8, line: 9, field: "person", reason: "missing" },
    ]);
    expect(listQuarantine(fixture.stranger, { importId: 1 })).toEqual([]);
  });

  test("keep all the others out when it is all or nothing", async () => {
    const before = fixture.digest();
    const path = fixture.write("log.csv", csv(...GOOD, ...faulty));
    const outcome = await fixture.run(path, { policy: "all-or-nothing" });
    expectSum(outcome);
    expect(outcome).toMatchObject({ status: "failed", fault: { reason: "faults-in-rows" }, accepted: 0 });
    expect(outcome).toMatchObject({ quarantined: 4, refused: 4 });
    expect(fixture.count("journal")).toBe(0);
    expect(fixture.count("quarantine")).toBe(4);
    expect(fixture.digest()).toBe(before);
    const good = await fixture.run(fixture.write("good.csv", csv(...GOOD)), { policy: "all-or-nothing" });
    expect(good).toMatchObject({ status: "done", accepted: 4 });
  });

  test("bytes that are no UTF-8 name their field; Arabic letters are taken", async () => {
    const bytes = Buffer.concat([
      Buffer.from(csv(...GOOD, "s9,s1,2024-01-01T00:00:00Z,ليلى,x")),
      Buffer.from("s10,s1,2024-01-01T00:00:00Z,"),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from(",x\n"),
    ]);
    const outcome = await fixture.run(fixture.write("log.csv", bytes));
    expect(outcome).toMatchObject({ accepted: 5, quarantined: 1 });
    expect(listQuarantine(fixture.scope, { importId: 1 })).toMatchObject([
      { row: 6, field: "person", reason: "invalid-utf8" },
    ]);
  });

  test("a line that is no JSON object is one; its text is kept up to 2 KiB", async () => {
    const lines = [
      '{"share_id":"s1","parent_id":null,"time":1700000000,"actor":"ann"}',
      "[1]",
      `"${"ش".repeat(5000)}"`,
    ];
    const outcome = await fixture.run(fixture.write("log.ndjson", lines.join("\n")));
    expect(outcome).toMatchObject({ accepted: 1, quarantined: 2 });
    const rows = listQuarantine(fixture.scope, { importId: 1 });
    expect(rows.map(({ reason }) => reason)).toEqual(["not-an-object", "not-an-object"]);
    expect(Buffer.byteLength(rows[1]?.raw ?? "")).toBe(2047);
    expect(rows[1]?.raw).not.toContain("\ufffd");
  });
});

describe("files that break midway", () => {
  const log = gzipSync(csv(...longLog(30_000)));
  const cut = log.subarray(0, log.length / 2);
  const giant = csv(...GOOD) + "x".repeat(3 * 1024 * 1024);

  test.each<[string, string | Uint8Array, string]>([
    ["gzip cut short", cut, "gzip-cut-short"],
    ["a giant line", giant, "row-too-long"],
    ["a JSON array that ends early", `[\n${GOOD.map(asObject).join(",\n")},\n{"share_id"`, "json-cut-short"],
  ])("%s: rows before it are kept, or none if it is all or nothing", async (_, content, reason) => {
    const path = fixture.write("log", content);
    const nothing = await fixture.run(path, { policy: "all-or-nothing" });
    expectSum(nothing);
    expect(nothing).toMatchObject({ status: "failed", fault: { reason }, accepted: 0 });
    expect(fixture.count("journal")).toBe(0);
    const kept = await fixture.run(path);
    expectSum(kept);
    expect(kept).toMatchObject({ status: "done", fault: { reason } });
    expect(kept.accepted).toBeGreaterThanOrEqual(4);
    expect(kept.fault?.line).toBeGreaterThan(kept.accepted);
    expect(fixture.count("journal")).toBe(kept.accepted);
  });
});

describe("repeating", () => {
  test("the same file twice changes nothing and is counted", async () => {
    const path = fixture.write("log.csv", csv(...GOOD, "s2,s1,2024-01-01T01:00:00Z,bob,whatsapp"));
    const first = await fixture.run(path);
    expect(first).toMatchObject({ received: 5, accepted: 4, duplicate: 1 });
    const digest = fixture.digest();
    const second = await fixture.run(path);
    expectSum(second);
    expect(second).toMatchObject({ received: 5, accepted: 0, duplicate: 5 });
    expect(fixture.digest()).toBe(digest);
    expect(fixture.count("journal")).toBe(4);
  });

  test("an interrupted import goes on behind its last batch, to the same end", async () => {
    const path = fixture.write("log.csv", csv(...longLog(25_000), BAD_DATE));
    const id = await fixture.create(path);
    const crash = () => {
      throw new Error("power cut");
    };
    const now = () => fixture.now;
    await expect(runImport(fixture.scope, id, { path, now, onProgress: crash })).rejects.toThrow("power cut");
    const { received, accepted, status } = findImport(fixture.scope, id);
    expect(status).toBe("importing");
    expect(received).toBeGreaterThan(0);
    expect(accepted).toBe(fixture.count("journal"));
    const outcome = await runImport(fixture.scope, id, { path, now });
    expect(outcome).toMatchObject({ received: 25_001, accepted: 25_000, duplicate: 0, quarantined: 1 });
    const whole = new ImportFixture();
    await whole.run(whole.write("log.csv", csv(...longLog(25_000), BAD_DATE)));
    expect(fixture.digest()).toBe(whole.digest());
    whole.close();
  });

  test("an import that has ended does not run again", async () => {
    const path = fixture.write("log.csv", csv(...GOOD));
    await fixture.run(path);
    const again = runImport(fixture.scope, 1, { path, now: () => fixture.now });
    await expect(again).rejects.toMatchObject({ name: "ConflictError", reason: "import-ended" });
    const stranger = runImport(fixture.stranger, 1, { path, now: () => fixture.now });
    await expect(stranger).rejects.toMatchObject({ name: "NotFoundError" });
  });
});

describe("stopping", () => {
  test("takes back what was brought; an import that is let go on keeps it", async () => {
    await fixture.run(fixture.write("first.csv", csv(...GOOD)));
    const before = fixture.digest();
    const path = fixture.write("log.csv", csv(...longLog(25_000)));
    const outcome = await fixture.run(path, { shouldStop: () => true });
    expectSum(outcome);
    expect(outcome.status).toBe("cancelled");
    expect(outcome.accepted).toBeGreaterThan(0);
    expect(fixture.digest()).toBe(before);
    expect(fixture.count("journal")).toBe(4);
    expect(await fixture.run(path, { shouldStop: () => false })).toMatchObject({ accepted: 25_000 });
  });

  test("an import that somebody ended meanwhile writes no further batch", async () => {
    const path = fixture.write("log.csv", csv(...longLog(25_000)));
    const onProgress = () => setImport(fixture.scope, 1, ["importing"], { status: "failed" });
    await expect(fixture.run(path, { onProgress })).rejects.toMatchObject({ name: "ConflictError" });
    expect(fixture.count("journal")).toBe(readImport(fixture.scope, { importId: 1 }).accepted);
  });
});

test("a dry run counts what the import then does, and stores nothing", async () => {
  await fixture.run(fixture.write("first.csv", csv(...GOOD.slice(0, 2))));
  const rows = [
    ...GOOD,
    "s3,s2,2024-01-01T02:00:00Z,cid,x",
    BAD_DATE,
    "s9,s4,2024-01-01T05:00:00Z,fay,email",
  ];
  const path = fixture.write("log.csv", csv(...rows));
  const id = await fixture.create(path);
  const digest = fixture.digest();
  const { format, mapping } = findImport(fixture.scope, id);
  const options = { campaignId: 1, path, format, mapping, forms: PLAIN_FORMS, zone: "UTC", now: fixture.now };
  const report = await checkFile(fixture.scope, options);
  expect(fixture.digest()).toBe(digest);
  expect([fixture.count("journal"), fixture.count("quarantine")]).toEqual([2, 0]);
  const { received, accepted, duplicate, quarantined, refused } = await runImport(fixture.scope, id, {
    path,
    now: () => fixture.now,
  });
  expect(report.counts).toEqual({ received, accepted, duplicate, quarantined, refused });
  expect(report).toEqual({
    counts: { received: 7, accepted: 3, duplicate: 3, quarantined: 1, refused: 0 },
    kinds: { share: 3 },
    conflicts: 0,
    seeds: 0,
    orphans: 1,
    firstAt: Date.UTC(2024, 0, 1, 2),
    lastAt: Date.UTC(2024, 0, 1, 5),
    channels: [
      { channel: "x", shares: 2 },
      { channel: "email", shares: 1 },
    ],
    faults: [{ field: "occurredAt", reason: "not-a-date", rows: 1 }],
    marked: 0,
    parents: { stated: 5, unknown: 1, cure: null, applied: null },
  });
});

test("rows that would stand too deep are quarantined where they stand in the file, and the rest is in", async () => {
  const row = (i: number) => `s${i},${i === 0 ? "" : `s${i - 1}`},${1_700_000_000 + i},p${i},x`;
  const chain = Array.from({ length: DEPTH_MAX + 3 }, (_, i) => row(i));
  const file = fixture.write("chain.csv", csv(...chain, BAD_DATE));
  const outcome = await fixture.run(file, { batchSize: 500 });
  expectSum(outcome);
  expect(outcome).toMatchObject({ status: "done", accepted: DEPTH_MAX + 2, quarantined: 2, refused: 0 });
  expect(listQuarantine(fixture.scope, { importId: 1 })).toMatchObject([
    {
      row: DEPTH_MAX + 2,
      line: DEPTH_MAX + 3,
      field: "via",
      reason: "too-deep",
      raw: expect.stringContaining('"code":"s1001"'),
    },
    { row: DEPTH_MAX + 4, reason: "not-a-date" },
  ]);
  const sound = fixture.digest();
  eventStoreOf(fixture.db).rebuild({ workspaceId: 1, campaignId: 1 });
  expect(fixture.digest()).toBe(sound);
});
