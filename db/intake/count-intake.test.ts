import { expect, test } from "vitest";
import { openIntake } from "#db/intake/testing/open-intake.ts";
import { EVENT_FAULT_REASONS } from "#lib/domain/event-fault.ts";
import { EVENT_FIELDS } from "#lib/sources/column-mapping.ts";

const HOUR = 3_600_000;
const MADE_UP = 2000;

test("what producers make up grows no table of counts; what is known is told apart, and all of it is counted", () => {
  const { db, take } = openIntake();
  const rows = () => db.$client.prepare("SELECT count(*) FROM intake_counts").pluck().get();
  const sum = (where: string) =>
    db.$client.prepare(`SELECT sum(count) FROM intake_counts WHERE ${where}`).pluck().get();
  const faults = (fields: readonly string[]) =>
    fields.map((field) => ({ fault: { field, reason: "unknown-field" as const }, raw: "{}" }));
  const madeUp = faults(Array.from({ length: MADE_UP }, (_, n) => `field-${n}`));
  const results = take({ receivedAt: HOUR, items: madeUp });
  expect(rows()).toBe(1);
  expect(sum("field = ''")).toBe(MADE_UP);
  // The producer is told which field it was all the same.
  expect(results[7]).toEqual({ outcome: "quarantined", field: "field-7", reason: "unknown-field" });

  take({ receivedAt: HOUR, items: faults(["", "Code", " code", "attributes.city", "constructor"]) });
  expect(rows()).toBe(1);
  take({ receivedAt: HOUR, items: faults(EVENT_FIELDS) });
  expect(rows()).toBe(1 + EVENT_FIELDS.length);
  take({ receivedAt: HOUR, items: [...faults(EVENT_FIELDS), ...madeUp] });
  expect(rows()).toBe(1 + EVENT_FIELDS.length);
  expect(sum("field = 'code'")).toBe(2);
  expect(sum("1")).toBe(2 * MADE_UP + 5 + 2 * EVENT_FIELDS.length);
});

test("counts are kept apart by hour, source and reason, and add up over requests", () => {
  const { db, take } = openIntake();
  const items = EVENT_FAULT_REASONS.map((reason) => ({ fault: { field: "code", reason }, raw: "{}" }));
  const at = [HOUR, 2 * HOUR - 1, 2 * HOUR];
  for (const receivedAt of at) take({ receivedAt, items });
  take({ receivedAt: HOUR, items, source: "browser" });
  const sql = "SELECT hour, source, count, count(*) FROM intake_counts GROUP BY 1, 2, 3 ORDER BY 1, 2";
  expect(db.$client.prepare(sql).raw().all()).toEqual([
    [1, "browser", 1, items.length],
    [1, "server", 2, items.length],
    [2, "server", 1, items.length],
  ]);
});
