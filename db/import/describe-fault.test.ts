import { expect, test } from "vitest";
import { describeFault } from "./describe-fault.ts";

test("a fault of a row names file, line, row and column", () => {
  const fault = { row: 5, line: 7, field: "occurredAt", reason: "not-a-date" } as const;
  expect(describeFault("log.csv", fault)).toBe(
    "log.csv, line 7 (row 5): occurred_at is no date that we read",
  );
});

test("a fault of a file names what is known of its place", () => {
  expect(describeFault("log.csv", { reason: "quote-not-closed", line: 9 })).toBe(
    "log.csv, line 9: a quote is opened and never closed",
  );
  expect(describeFault("log.csv", { reason: "missing-columns", detail: "person" })).toBe(
    "log.csv: columns are missing (person)",
  );
});
