import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { createImport } from "./create-import.ts";
import { hasWholeDays } from "./has-whole-days.ts";
import { listBrokenImports } from "./list-broken-imports.ts";
import { listImports } from "./list-imports.ts";
import { readImport } from "./read-import.ts";
import { updateImport } from "./update-import.ts";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

const LOG = "share_id,parent_id,time,actor\ns1,,2024-01-01T00:00:00Z,ann\n";
const NEW = {
  ...{ campaignId: 1, fileName: "log.csv", fileBytes: 1, storedPath: null, mapping: {}, zone: "UTC", now: 0 },
  format: { kind: "csv", delimiter: "," },
  policy: "keep-good",
} as const;

test("imports are numbered within their workspace and seen by it alone, the newest first", async () => {
  await fixture.create(fixture.write("a.csv", LOG));
  await fixture.create(fixture.write("b.csv", LOG));
  expect(createImport(fixture.stranger, NEW)).toBe(1);
  expect(listImports(fixture.scope, {}).map(({ fileName }) => fileName)).toEqual(["b.csv", "a.csv"]);
  expect(listImports(fixture.scope, { campaignId: 1, limit: 1 })).toHaveLength(1);
  expect(listImports(fixture.scope, { campaignId: 2 })).toEqual([]);
  expect(listImports(fixture.stranger, {}).map(({ fileName }) => fileName)).toEqual(["log.csv"]);
  expect(readImport(fixture.scope, { importId: 2 }).fileName).toBe("b.csv");
  expect(() => readImport(fixture.stranger, { importId: 2 })).toThrow("import not found");
});

test("an import needs a campaign of its workspace", () => {
  expect(() => createImport(fixture.scope, { ...NEW, campaignId: 9 })).toThrow("campaign not found");
  expect(createImport(fixture.scope, NEW)).toBe(1);
});

test("settings change until the import has begun", () => {
  const importId = createImport(fixture.scope, NEW);
  updateImport(fixture.scope, {
    importId,
    mapping: { code: "id" },
    zone: "Asia/Aden",
    policy: "all-or-nothing",
  });
  expect(readImport(fixture.scope, { importId })).toMatchObject({
    mapping: { code: "id" },
    zone: "Asia/Aden",
  });
  updateImport(fixture.scope, { importId, status: "queued" });
  const late = () => updateImport(fixture.scope, { importId, zone: "UTC" });
  expect(late).toThrow(expect.objectContaining({ name: "ConflictError", reason: "import-begun" }));
  expect(() => updateImport(fixture.stranger, { importId, status: "cancelled" })).toThrow("import not found");
});

test("a status follows on the one before it or not at all", () => {
  const importId = createImport(fixture.scope, NEW);
  const skip = () => updateImport(fixture.scope, { importId, status: "done" });
  expect(skip).toThrow(expect.objectContaining({ name: "ConflictError", reason: "import-status" }));
  for (const status of ["checking", "checked", "queued", "importing", "done", "undoing", "undone"] as const)
    updateImport(fixture.scope, { importId, status });
  expect(readImport(fixture.scope, { importId }).status).toBe("undone");
});

test("a file that broke off is told until it is undone, or a later import has read all of it", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `s${i},,${1_700_000_000 + i * 7919},p${i % 977}`);
  const whole = gzipSync(LOG + rows.join("\n"));
  const cut = fixture.write("cut.csv.gz", whole.subarray(0, whole.length / 2));
  const { accepted } = await fixture.run(cut);
  const broken = () => listBrokenImports(fixture.scope, { campaignId: 1 });
  expect(broken()).toMatchObject([
    { id: 1, fileName: "cut.csv.gz", fault: { reason: "gzip-cut-short" }, accepted },
  ]);
  expect(listBrokenImports(fixture.stranger, {})).toEqual([]);
  expect(listBrokenImports(fixture.scope, { campaignId: 2 })).toEqual([]);
  await fixture.run(fixture.write("other.csv", LOG));
  expect(broken()).toHaveLength(1);
  await fixture.run(fixture.write("whole.csv.gz", whole));
  expect(broken()).toEqual([]);
  await fixture.run(cut);
  expect(broken()).toEqual([]);
});

test("a file that broke off and was undone is told no more", async () => {
  const log = '[{"share_id":"s1","parent_id":null,"time":1700000000,"actor":"ann"},{"share_id"';
  await fixture.run(fixture.write("cut.json", log));
  const [broken] = listBrokenImports(fixture.scope, {});
  expect(broken).toMatchObject({ fault: { reason: "json-cut-short" }, accepted: 1 });
  beginRetraction(fixture.scope, broken?.id ?? 0, { status: "undone" });
  await retractImport(fixture.scope, broken?.id ?? 0, { now: () => fixture.now });
  expect(listBrokenImports(fixture.scope, {})).toEqual([]);
});

test("a file without hours is told while events of it are in, and one with hours is not", async () => {
  const isTold = (campaignId = 1) => hasWholeDays(fixture.scope, { campaignId });
  await fixture.run(fixture.write("hours.csv", `${LOG}s2,s1,2024-01-02T07:00:00Z,bob\n`));
  expect(isTold()).toBe(false);
  const days = ["01", "02", "03"].map((day) => `d${day},,2024-01-${day},p${day}`).join("\n");
  await fixture.run(fixture.write("days.csv", `share_id,parent_id,time,actor\n${days}\n`));
  expect([isTold(), isTold(2)]).toEqual([true, false]);
  beginRetraction(fixture.scope, 2, { status: "undone" });
  await retractImport(fixture.scope, 2, { now: () => fixture.now });
  expect(isTold()).toBe(false);
});
