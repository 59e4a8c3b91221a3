import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freeBytes, logBytes } from "#db/file-sizes.ts";

test("the log is as long as its file, and nothing before there is one; the disk has room", () => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-sizes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  expect(logBytes(path)).toBe(0);
  writeFileSync(`${path}-wal`, "x".repeat(77));
  expect(logBytes(path)).toBe(77);
  expect(freeBytes(path)).toBeGreaterThan(0);
  expect(() => freeBytes(join(folder, "none", "test.db"))).toThrow();
});
