import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportStatus } from "#lib/domain/import.ts";
import { DAY } from "#lib/time/lengths.ts";
import { findImport } from "./find-import.ts";
import { setImport } from "./set-import.ts";
import { sweepUploads } from "./sweep-uploads.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const LOG = "share_id,parent_id,time,actor\ns1,,2024-01-01T00:00:00Z,ann\n";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
  mkdirSync(join(fixture.folder, "uploads"));
});
afterEach(() => fixture.close());

const sweep = (days: number) =>
  sweepUploads(fixture.db, join(fixture.folder, "uploads"), fixture.now + days * DAY);

function upload(name: string): string {
  const path = fixture.write(join("uploads", name), LOG);
  utimesSync(path, fixture.now / 1000, fixture.now / 1000);
  return path;
}

test.each<[ImportStatus, ImportStatus]>([
  ["uploaded", "cancelled"],
  ["failed", "failed"],
])("a file of an import that stays %s goes after a week", async (status, after) => {
  const path = upload("log.csv");
  const id = await fixture.create(path);
  setImport(fixture.scope, id, ["uploaded"], { status });
  sweep(6);
  expect(existsSync(path)).toBe(true);
  sweep(8);
  expect(existsSync(path)).toBe(false);
  expect(findImport(fixture.scope, id)).toMatchObject({ status: after, storedPath: null });
});

test.each<ImportStatus>(["checking", "checked", "queued", "importing"])(
  "one that is %s stays",
  async (status) => {
    const path = upload("log.csv");
    const id = await fixture.create(path);
    setImport(fixture.scope, id, ["uploaded"], { status });
    sweep(30);
    expect(existsSync(path)).toBe(true);
    expect(findImport(fixture.scope, id)).toMatchObject({ status, storedPath: path });
  },
);

test("a file that no import knows of goes after a day", () => {
  const path = upload("stray.csv");
  sweep(0.5);
  expect(existsSync(path)).toBe(true);
  sweep(1.5);
  expect(existsSync(path)).toBe(false);
});

test("without a folder there is nothing to do", () => {
  expect(() => sweepUploads(fixture.db, join(fixture.folder, "absent"), fixture.now)).not.toThrow();
});
