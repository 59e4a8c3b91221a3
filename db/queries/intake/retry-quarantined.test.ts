import { expect, test } from "vitest";
import { type OpenIntake, openIntake } from "#db/intake/testing/open-intake.ts";
import { DEPTH_MAX } from "#lib/cascade/depth-max.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { retryQuarantined } from "./retry-quarantined.ts";

const HOUR = 3_600_000;
const HALF = HOUR / 2;
const FIRST = Date.UTC(2026, 2, 1) / HOUR;
const NOW = (FIRST + 10) * HOUR;

const raw = (code: string, more: object = {}) =>
  JSON.stringify({ kind: "share", person: code, code, ...more });
const faulty = (text: string, fault: EventFault = { field: "occurredAt", reason: "missing" }) => ({
  fault,
  raw: text,
});

/** Hour, source, outcome, reason, field and count of everything that was counted. */
function countsOf({ db }: OpenIntake): unknown[][] {
  const sql = `SELECT hour, source, outcome, reason, field, count FROM intake_counts
    ORDER BY hour, source, outcome, reason, field`;
  return db.$client.prepare<[], unknown[]>(sql).raw().all();
}

/** What was received, by hour and source. */
function receivedOf({ db }: OpenIntake): unknown[][] {
  const sql = "SELECT hour, source, sum(count) FROM intake_counts GROUP BY 1, 2 ORDER BY 1, 2";
  return db.$client.prepare<[], unknown[]>(sql).raw().all();
}

test("what leaves the quarantine is counted in the hour in which it came, and what was received stays as it was", () => {
  const under = openIntake();
  const { take, scope, db } = under;
  const oops = { field: "dance", reason: "unknown-field" } as const;
  take({ receivedAt: FIRST * HOUR, items: [faulty(raw("a")), faulty(raw("b")), faulty(raw("c"), oops)] });
  take({ receivedAt: (FIRST + 1) * HOUR + HALF, items: [faulty(raw("d")), faulty("{")] });
  take({
    receivedAt: (FIRST + 2) * HOUR - 1,
    items: [faulty(raw("e", { via: "f" })), faulty(raw("f", { via: "e" }))],
  });
  take({ receivedAt: (FIRST + 2) * HOUR, source: "browser", items: [faulty(raw("not-a-pages"))] });
  take({ receivedAt: (FIRST + 3) * HOUR, items: [faulty(raw("a"))] });
  const received = receivedOf(under);

  expect(retryQuarantined(scope, { campaignId: 1, after: 0, now: NOW })).toEqual({ left: 8, next: null });
  expect(countsOf(under)).toEqual([
    [FIRST, "server", "accepted", "", "", 3],
    [FIRST + 1, "server", "accepted", "", "", 2],
    [FIRST + 1, "server", "quarantined", "missing", "occurredAt", 1],
    [FIRST + 1, "server", "refused", "loop", "", 1],
    [FIRST + 2, "browser", "refused", "foreign-code", "", 1],
    [FIRST + 3, "server", "duplicate", "", "", 1],
  ]);
  expect(receivedOf(under)).toEqual(received);
  expect(db.$client.prepare("SELECT raw FROM quarantined_events").pluck().all()).toEqual(["{"]);
  expect(db.$client.prepare("SELECT code FROM shares ORDER BY code").pluck().all()).toEqual([..."abcde"]);
  const lastAt = db.$client.prepare("SELECT max(last_at) FROM intake_counts").pluck().get();
  expect(lastAt).toBe((FIRST + 3) * HOUR);

  expect(retryQuarantined(scope, { campaignId: 1, after: 0, now: NOW })).toEqual({ left: 0, next: null });
  expect(receivedOf(under)).toEqual(received);
});

test("of more than a batch the rest is left for the next call, and another campaign's is left alone", () => {
  const under = openIntake();
  const { take, scope, db } = under;
  const items = Array.from({ length: 501 }, (_, n) => faulty(raw(`s${n}`)));
  take({ receivedAt: FIRST * HOUR, items });
  take({ receivedAt: FIRST * HOUR, items: [faulty(raw("theirs"))], campaignId: 2 });
  const retry = (after: number) => retryQuarantined(scope, { campaignId: 1, after, now: NOW });
  expect(retry(0)).toEqual({ left: 500, next: 500 });
  expect(retry(500)).toEqual({ left: 1, next: null });
  expect(countsOf(under)).toEqual([
    [FIRST, "server", "accepted", "", "", 501],
    [FIRST, "server", "quarantined", "missing", "occurredAt", 1],
  ]);
  expect(db.$client.prepare("SELECT campaign_id FROM quarantined_events").pluck().all()).toEqual([2]);
});

test("what stands too deep is quarantined as its sender would write it, and stays there until there is room", () => {
  const under = openIntake();
  const { take, scope, db } = under;
  const share = (code: string, via: string | null, more: object = {}) => {
    const said = { id: `share:${code}`, kind: "share", person: `p-${code}`, code, via } as const;
    return { event: { ...BLANK_EVENT, ...said, channel: "x", occurredAt: NOW, ...more } };
  };
  const chain = Array.from({ length: DEPTH_MAX + 1 }, (_, i) => share(`s${i}`, i === 0 ? null : `s${i - 1}`));
  expect(take({ receivedAt: NOW, items: chain }).every(({ outcome }) => outcome === "accepted")).toBe(true);
  const leaf = share("deep", `s${DEPTH_MAX}`, { id: "web:1", label: "bot", attributes: { country: "SD" } });
  expect(
    take({
      receivedAt: NOW,
      source: "browser",
      items: [share("top", null), { event: { ...leaf.event, label: null } }],
    }),
  ).toEqual([
    { outcome: "accepted", id: "share:top" },
    { outcome: "quarantined", id: "web:1", field: "via", reason: "too-deep" },
  ]);
  expect(
    take({
      receivedAt: NOW,
      items: [share("deep2", `s${DEPTH_MAX}`), share("sibling", `s${DEPTH_MAX - 1}`)],
    }),
  ).toMatchObject([{ outcome: "quarantined", reason: "too-deep" }, { outcome: "accepted" }]);
  const kept = () =>
    db.$client.prepare("SELECT source, reason, raw FROM quarantined_events ORDER BY id").all() as {
      raw: string;
    }[];
  expect(kept().map(({ raw: text }) => JSON.parse(text))).toMatchObject([
    {
      id: "1",
      kind: "share",
      code: "deep",
      via: `s${DEPTH_MAX}`,
      channel: "x",
      attributes: { country: "SD" },
    },
    { id: "share:deep2" },
  ]);
  expect(retryQuarantined(scope, { campaignId: 1, after: 0, now: NOW })).toMatchObject({ left: 1 });
  expect(kept()).toHaveLength(1);
  // Somebody took back what it hangs on, and nothing stands above it any more.
  db.$client.exec("DELETE FROM journal; DELETE FROM shares; DELETE FROM cascades");
  expect(retryQuarantined(scope, { campaignId: 1, after: 0, now: NOW })).toEqual({ left: 1, next: null });
  expect(kept()).toEqual([]);
});
