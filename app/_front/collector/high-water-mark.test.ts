import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
  new HighWaterMark(
    path,
    () => 7,
    () => expect.unreachable(),
  ).stop();
  expect((statSync(path).mode & 0o777).toString(8)).toBe("600");
});

test("what is missing is written down before the mark is set anew, however often that fails", () => {
  const path = join(openFolder(), "test.db.mark");
  new HighWaterMark(
    path,
    () => 12,
    () => expect.unreachable(),
  ).stop();
  const noted: number[] = [];
  let isFull = true;
  const mark = new HighWaterMark(
    path,
    () => 5,
    (before) => {
      if (isFull) throw new Error("the disk is full");
      noted.push(before);
    },
  );
  mark.start();
  expect([mark.missing, noted, readFileSync(path, "utf8")]).toEqual([7, [], "12"]);
  expect(() => mark.tell()).toThrow("full");
  isFull = false;
  mark.stop();
  expect([noted, readFileSync(path, "utf8")]).toEqual([[12], "5"]);
  const next = new HighWaterMark(
    path,
    () => 5,
    (before) => void noted.push(before),
  );
  next.stop();
  expect([next.missing, noted]).toEqual([0, [12]]);
});
