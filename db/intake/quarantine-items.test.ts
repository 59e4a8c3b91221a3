import { expect, test } from "vitest";
import { type OpenIntake, openIntake } from "#db/intake/testing/open-intake.ts";
import { retryQuarantined } from "#db/queries/intake/retry-quarantined.ts";
import { QUARANTINE_ROWS } from "./quarantine-items.ts";

const faulty = (raw: string, field = "code") => ({ fault: { field, reason: "missing" as const }, raw });

/** Fills a campaign's quarantine to so many rows. */
function fill({ db }: OpenIntake, rows: number): void {
  const sql = `INSERT INTO quarantined_events
    (workspace_id, campaign_id, id, source, reason, field, raw, received_at)
    SELECT 1, 1, value, 'server', 'missing', 'code', '{}', 0 FROM generate_series`;
  db.$client.exec(`WITH RECURSIVE generate_series (value) AS
    (SELECT 1 UNION ALL SELECT value + 1 FROM generate_series WHERE value < ${rows}) ${sql}`);
}

const keptOf = ({ db }: OpenIntake, campaignId = 1) =>
  db.$client.prepare("SELECT count(*) FROM quarantined_events WHERE campaign_id = ?").pluck().get(campaignId);
const countedOf = ({ db }: OpenIntake) =>
  db.$client.prepare("SELECT sum(count) FROM intake_counts WHERE outcome = 'quarantined'").pluck().get();

test("a quarantine holds so many rows and no more; what comes beyond is counted and answered like the rest", () => {
  const under = openIntake();
  fill(under, QUARANTINE_ROWS - 2);
  const items = ["a", "b", "c", "d", "e"].map((letter) => faulty(`{"person":"${letter}"}`));
  const results = under.take({ receivedAt: 1, items });
  expect(results.map(({ outcome }) => outcome)).toEqual(items.map(() => "quarantined"));
  expect(keptOf(under)).toBe(QUARANTINE_ROWS);
  expect(countedOf(under)).toBe(5);
  const last = "SELECT raw FROM quarantined_events ORDER BY id DESC LIMIT 3";
  expect(under.db.$client.prepare(last).pluck().all()).toEqual(['{"person":"b"}', '{"person":"a"}', "{}"]);
  under.take({ receivedAt: 2, items });
  expect([keptOf(under), countedOf(under)]).toEqual([QUARANTINE_ROWS, 10]);
  // The next campaign has a quarantine of its own.
  under.take({ receivedAt: 3, items, campaignId: 2 });
  expect(keptOf(under, 2)).toBe(5);
});

test("a quarantine fuller than it may be takes nothing, and takes again what there is room for", () => {
  const under = openIntake();
  fill(under, QUARANTINE_ROWS + 1);
  const items = ["x", "y"].map((code) =>
    faulty(JSON.stringify({ kind: "share", person: "p", code, occurredAt: 1e12 })),
  );
  under.take({ receivedAt: 1, items });
  expect([keptOf(under), countedOf(under)]).toEqual([QUARANTINE_ROWS + 1, 2]);
  under.db.$client.exec("DELETE FROM quarantined_events WHERE id < 100");
  under.take({ receivedAt: 2, items });
  expect(keptOf(under)).toBe(QUARANTINE_ROWS + 1 - 99 + 2);
  // Ids go on, so that what is retried from one on is not met twice.
  const ids = under.db.$client.prepare("SELECT id FROM quarantined_events ORDER BY id DESC LIMIT 3");
  expect(ids.pluck().all()).toEqual([QUARANTINE_ROWS + 3, QUARANTINE_ROWS + 2, QUARANTINE_ROWS + 1]);
  const { left } = retryQuarantined(under.scope, { campaignId: 1, after: QUARANTINE_ROWS + 1, now: 2e12 });
  expect(left).toBe(2);
});

test("of one message so many bytes are kept, and of a field's name so many letters", () => {
  const under = openIntake();
  under.take({
    receivedAt: 1,
    items: [faulty("x".repeat(5000), "f".repeat(100)), faulty("ش".repeat(5000)), faulty("short")],
  });
  const rows = under.db.$client.prepare("SELECT raw, field FROM quarantined_events ORDER BY id").raw().all();
  expect(rows).toEqual([
    ["x".repeat(4096), "f".repeat(60)],
    ["ش".repeat(2048), "code"],
    ["short", "code"],
  ]);
});
