import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { HighWaterMark } from "./high-water-mark.ts";

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-mark-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("the mark is its owner's alone, also over a draft that was left behind", () => {
  const path = join(openFolder(), "test.db.mark");
  writeFileSync(`${path}.new`, "5");
  chmodSync(`${path}.new`, 0o644);
  new HighWaterMark(path, () => 7).stop();
  expect((statSync(path).mode & 0o777).toString(8)).toBe("600");
});
