import { expect, test } from "vitest";
import { NO_COUNTS } from "./no-counts.ts";
import { progressLine } from "./progress-line.ts";

test("a quarter of the file after two seconds leaves six", () => {
  const progress = { bytesRead: 250, counts: { ...NO_COUNTS, received: 1000 }, rowsRead: 1000 };
  expect(progressLine(progress, 1000, 2000)).toBe("1000 rows, 500 rows/s, 25 %, 6 s left");
  expect(progressLine({ ...progress, bytesRead: 0 }, 0, 0)).toContain("100 %, 0 s left");
});

test("rows of an earlier start are shown and make nothing faster", () => {
  const progress = { bytesRead: 250, counts: { ...NO_COUNTS, received: 1000 }, rowsRead: 100 };
  expect(progressLine(progress, 1000, 2000)).toBe("1000 rows, 50 rows/s, 25 %, 6 s left");
});
