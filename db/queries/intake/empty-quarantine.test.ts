import { expect, test } from "vitest";
import { QUARANTINE_ROWS } from "#db/intake/quarantine-items.ts";
import { openIntake } from "#db/intake/testing/open-intake.ts";
import { countKeptByReason } from "./count-kept-by-reason.ts";
import { emptyQuarantine } from "./empty-quarantine.ts";
import { readIntakeReport } from "./read-intake-report.ts";

const faulty = (reason: "missing" | "unknown-field") => ({ fault: { field: "code", reason }, raw: "{}" });

test("a quarantine full of junk is emptied by reason, and keeps what comes after; what came stays counted", () => {
  const { take, scope } = openIntake();
  const of = { campaignId: 1 };
  take({ receivedAt: 1, items: [faulty("missing")] });
  take({ receivedAt: 1, campaignId: 2, items: [faulty("unknown-field")] });
  take({ receivedAt: 1, items: Array.from({ length: QUARANTINE_ROWS }, () => faulty("unknown-field")) });
  take({ receivedAt: 2, items: [faulty("missing")] });
  const received = readIntakeReport(scope, of).sources;
  expect(countKeptByReason(scope, of)).toEqual({ "unknown-field": QUARANTINE_ROWS - 1, missing: 1 });
  let forgotten = 0;
  for (let isMore = true; isMore; ) {
    const some = emptyQuarantine(scope, { ...of, reason: "unknown-field" });
    forgotten += some.forgotten;
    ({ isMore } = some);
  }
  expect(forgotten).toBe(QUARANTINE_ROWS - 1);
  expect(readIntakeReport(scope, of).sources).toEqual(received);
  take({ receivedAt: 3, items: [faulty("missing")] });
  expect(countKeptByReason(scope, of)).toEqual({ missing: 2 });
  expect(countKeptByReason(scope, { campaignId: 2 })).toEqual({ "unknown-field": 1 });
});
