import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { share } from "#db/engines/testing/drawn-logs.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

const KEY = { workspaceId: 1, campaignId: 1 };

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
  fixture.db.$client.exec(`INSERT INTO imports (workspace_id, id, campaign_id, file_name, file_bytes, format, mapping,
      zone, policy, status, created_at)
    SELECT 1, value, 1, 'log.csv', 1, '{}', '{}', 'UTC', 'keep-good', 'undoing', 0 FROM json_each('[1, 2, 3]')`);
});
afterEach(() => fixture.close());

const store = () => eventStoreOf(fixture.db);

function append(events: readonly CampaignEvent[], importId: number | null = null): void {
  store().append(KEY, events, { source: "test", importId, receivedAt: 0, online: false });
}

/** Every step seems to take this long by it. */
function clockOf(stepMs: number): () => number {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
}

function expectSound(): void {
  const before = store().digest(KEY);
  store().rebuild(KEY);
  expect(store().digest(KEY)).toBe(before);
}

const count = (table: string) => fixture.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** Shares that stand as orphans though their parent is known. */
const HELD_BACK = "shares AS o WHERE faults & 1 AND EXISTS (SELECT 1 FROM shares AS p WHERE p.code = o.via)";

/** Share `i` hangs on `above(i)`. */
function tree(size: number, above: (i: number) => number): CampaignEvent[] {
  return Array.from({ length: size }, (_, i) =>
    share(`s${i}`, i === 0 ? null : `s${above(i)}`, i, { person: `p${i % 40}`, arrives: i > 0 }),
  );
}

describe("retractEvents", () => {
  it("lets others write between any two steps, and tells how long it held them up", () => {
    const log = tree(600, (i) => Math.floor(i / 2));
    append(log.filter((_, i) => i % 2 === 0));
    append(
      log.filter((_, i) => i % 2 > 0),
      1,
    );
    const other = openDatabase(fixture.databasePath, { busyMs: 0 });
    let steps = 0;
    const told: number[] = [];
    for (const { heldMs, done, total } of store().retract(KEY, 1, clockOf(10))) {
      eventStoreOf(other).append(KEY, [share(`late${steps}`, `s${steps}`, steps)], {
        ...{ source: "test", importId: null, receivedAt: 0, online: true },
      });
      steps += 1;
      told.push(heldMs);
      if (total > 0) expect([total, done <= total]).toEqual([300, true]);
    }
    expect(steps).toBeGreaterThan(20);
    expect(Math.max(...told)).toBeGreaterThanOrEqual(10);
    expect(Math.min(...told)).toBe(0);
    expectSound();
    expect(count("journal WHERE import_id IS NOT NULL")).toBe(0);
    other.$client.close();
  });

  it("does more at once where that takes no time, and less where it does", () => {
    const stepsBy = (stepMs: number) => {
      append(
        tree(400, (i) => Math.floor(i / 3)),
        1,
      );
      const steps = [...store().retract(KEY, 1, clockOf(stepMs))].length;
      expect(count("journal")).toBe(0);
      return steps;
    };
    expect(stepsBy(0) * 4).toBeLessThan(stepsBy(1000));
  });

  it("cuts what is too large into pieces and joins them again, even after it was broken off", () => {
    const [first, ...rest] = tree(700, (i) => (i < 10 ? 0 : i < 12 ? 1 : 10 + (i % 2)));
    append(rest.filter(({ code }) => code !== "s1"));
    append(
      [first, share("s1", "s0", 1, { arrives: true })].flatMap((event) => event ?? []),
      1,
    );
    append(Array.from({ length: 5100 }, (_, i) => share(`o${i}`, `a-lost-${i}`, 0)));
    let heldBack = 0;
    for (const { done } of store().retract(KEY, 1, clockOf(1000))) {
      heldBack = Math.max(heldBack, count(HELD_BACK) as number);
      if (done === 1) break;
    }
    expect(heldBack).toBeGreaterThan(10);
    for (const _ of store().retract(KEY, 1, clockOf(1000)));
    expect(count(HELD_BACK)).toBe(0);
    expectSound();
    expect(count("journal")).toBe(5798);
  });

  it("moves a large subtree in pieces, too, when it loses the touch that brought it", () => {
    append([share("a", null, 0, { seedKind: "paid" }), share("m", null, 9, { person: "maya" })]);
    append(Array.from({ length: 300 }, (_, i) => share(`s${i}`, i < 5 ? "m" : `s${i % 5}`, i)));
    const touch = { id: "v", kind: "visit", person: "maya", via: "a", occurredAt: 5 } as const;
    append([{ ...BLANK_EVENT, ...touch }], 1);
    let waiting = 0;
    for (const _ of store().retract(KEY, 1, clockOf(1000)))
      if (count(HELD_BACK) !== 0 && count("journal WHERE kind = 'visit'") === 1) waiting += 1;
    expect(waiting).toBeGreaterThan(3);
    expect(count(HELD_BACK)).toBe(0);
    expectSound();
  });

  it("reads a large cascade before it takes the write lock, however often others change it", () => {
    const log = tree(21_000, (i) => (i < 100 ? 0 : i % 100));
    append(log.slice(0, 20_960));
    // Whichever goes is the latest.
    append(
      log.slice(20_960).map((event, i) => ({ ...event, occurredAt: 60_000 - i })),
      1,
    );
    let late = 0;
    for (const _ of store().retract(KEY, 1, clockOf(1000))) {
      append([
        share(`late${late}`, "s7", late === 25 ? 45_000 : 40_000),
        share(`o${late}`, `j${late}`, 30_000 + late),
      ]);
      if (late % 9 === 0) append([share(`j${late}`, "s1", 4)]);
      late += 1;
    }
    expect(late).toBeGreaterThan(40);
    expectSound();
  });

  it("gives an event to the first other import that brought it", () => {
    for (const importId of [2, 1, 3]) append([share("a", null, 0)], importId);
    const owner = () => fixture.db.$client.prepare("SELECT import_id FROM journal").pluck().get();
    expect(owner()).toBe(2);
    for (const _ of store().retract(KEY, 2, clockOf(0)));
    expect(owner()).toBe(1);
  });

  it("leaves nothing behind in the file or on the connection", () => {
    append(
      tree(50, () => 0),
      1,
    );
    append(
      tree(50, () => 0),
      2,
    );
    expect(count("journal_claims")).toBe(50);
    for (const importId of [1, 2]) {
      for (const _ of store().retract(KEY, importId, clockOf(0)));
      expect(count("journal_claims")).toBe(0);
    }
    for (const table of [
      "retracted_events",
      "retracted_persons",
      "person_facts",
      "journal",
      "persons",
      "touches",
    ])
      expect([table, count(table)]).toEqual([table, 0]);
    expect(fixture.db.$client.pragma("wal_autocheckpoint", { simple: true })).toBe(1000);
  });
});

describe("claims", () => {
  it("are made on other imports' events alone", () => {
    append(tree(3, () => 0));
    append([...tree(5, () => 0), ...tree(5, () => 0)], 1);
    expect(count("journal_claims")).toBe(0);
    append(
      tree(5, () => 0),
      2,
    );
    expect(count("journal_claims")).toBe(2);
  });

  it("end when what they are about came otherwise too", () => {
    append([share("a", null, 0)], 1);
    append([share("a", null, 0)], 2);
    expect(count("journal_claims")).toBe(1);
    append([share("a", null, 0)]);
    expect([count("journal_claims"), count("journal WHERE import_id IS NULL")]).toEqual([0, 1]);
  });
});
