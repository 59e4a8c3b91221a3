import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { failing } from "#db/intake/testing/failing-database.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { openIngestScope, openOperatorScope } from "#db/scope.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { CollectionInput } from "#lib/domain/collection.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import type { Intake } from "./intake.ts";
import { takeIn } from "./take-in.ts";

const folder = mkdtempSync(join(tmpdir(), "intishar-take-in-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PLANTED = join(folder, "planted.db");
const CODES = ["SQLITE_BUSY", "SQLITE_IOERR_WRITE", "SQLITE_FULL", "SQLITE_CORRUPT"] as const;

function share(code: string, via: string | null): CampaignEvent {
  const said = { id: `share:${code}`, kind: "share", person: `p-${code}`, code, via, channel: "x" } as const;
  return { ...BLANK_EVENT, ...said, occurredAt: 1000 };
}

/** One of everything: a leaf, a new tree, an orphan, a repetition, a loop, a conversion, and what is no event. */
function intakeOf(db: IntisharDatabase, stem: string): Intake {
  const conversion = {
    ...BLANK_EVENT,
    id: "c",
    kind: "conversion",
    person: "p-b",
    via: "a",
    value: 3,
  } as const;
  return {
    scope: openIngestScope(db, { stem }),
    ...{ source: "server", receivedAt: 5000 },
    items: [
      ...[share("b", "a"), share("t", null), share("o", "gone"), share("a", null), share("l", "l")].map(
        (event) => ({
          event,
        }),
      ),
      { event: { ...conversion, occurredAt: 2000 } },
      { fault: { field: "kind", reason: "unknown-choice" }, raw: '{"kind":"dance"}' },
    ],
  };
}

function plant(): string {
  migrate(PLANTED);
  const db = openDatabase(PLANTED, { vault: TEST_VAULT });
  db.$client.exec(`INSERT INTO workspaces VALUES (1, 'w', 'W', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'one', 'video', 0)`);
  const input = CollectionInput.parse({
    ...{ targetUrl: "https://a.example/", origins: "", cardTitle: "", cardText: "", cardImage: "" },
  });
  setCollection(openOperatorScope(db, "w"), { campaignId: 1, input, now: 0 });
  const stem = db.$client.prepare("SELECT stem FROM collections").pluck().get() as string;
  const scope = openIngestScope(db, { stem });
  takeIn(db, [{ scope, source: "server", receivedAt: 1, items: [{ event: share("a", null) }] }]);
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  return stem;
}

describe("taking events in", () => {
  const stem = plant();
  const copies = { count: 0 };
  const copy = () => {
    const path = join(folder, `${++copies.count}.db`);
    copyFileSync(PLANTED, path);
    return openDatabase(path, { vault: TEST_VAULT });
  };
  const digestOf = (db: IntisharDatabase) => workspaceDigest(db, 1);

  it("leaves everything as it was, or as it should be, at whichever call the database fails", () => {
    const whole = copy();
    const before = digestOf(whole);
    const [results] = takeIn(whole, [intakeOf(whole, stem)]);
    expect(results?.map(({ outcome }) => outcome)).toEqual([
      ...["accepted", "accepted", "accepted", "duplicate", "refused", "accepted", "quarantined"],
    ]);
    const after = digestOf(whole);
    whole.$client.close();
    expect(after).not.toBe(before);

    let failed = 0;
    for (let n = 1; ; n += 1) {
      const db = copy();
      const { db: sick } = failing(db, n, CODES[n % CODES.length] ?? "SQLITE_FULL");
      const intake = intakeOf(db, stem);
      let isTaken = true;
      try {
        takeIn(sick, [intake]);
      } catch (error) {
        expect(error).toBeInstanceOf(Database.SqliteError);
        isTaken = false;
        failed += 1;
      }
      expect(db.$client.inTransaction).toBe(false);
      expect(digestOf(db)).toBe(isTaken ? after : before);
      // Whoever sends again after a failure gets what a first try would have given.
      if (!isTaken) takeIn(db, [intake]);
      expect(digestOf(db)).toBe(after);
      db.$client.close();
      if (isTaken) break;
    }
    expect(failed).toBeGreaterThan(20);
  });

  describe("a late ancestor", () => {
    const key = { workspaceId: 1, campaignId: 1 };
    const starOf = (size: number) => {
      const db = copy();
      const scope = openIngestScope(db, { stem });
      const take = (...events: CampaignEvent[]) => {
        const changed = () => db.$client.prepare("SELECT total_changes()").pluck().get() as number;
        const before = changed();
        takeIn(db, [{ scope, source: "server", receivedAt: 1, items: events.map((event) => ({ event })) }]);
        return changed() - before;
      };
      take(share("x", "a0"), ...Array.from({ length: size }, (_, i) => share(`c${i}`, "x")));
      const rootOf = () => db.$client.prepare("SELECT root FROM shares WHERE code = 'c0'").pluck().get();
      return { db, take, rootOf };
    };

    it("of a few shares has them under it at once", () => {
      const { db, take, rootOf } = starOf(300);
      take(share("a0", null));
      expect(rootOf()).toBe("a0");
      expect(eventStoreOf(db).countHeldBack()).toBe(0);
      db.$client.close();
    });

    it("of very many shares is taken in without moving them, and they follow once they are settled", () => {
      const { db, take, rootOf } = starOf(5000);
      const changes = Array.from({ length: 20 }, (_, i) => take(share(`a${i}`, `a${i + 1}`)));
      expect(Math.max(...changes)).toBeLessThan(100);
      expect(rootOf()).toBe("x");
      const store = eventStoreOf(db);
      for (const _ of store.settle(key, () => performance.now()));
      expect(rootOf()).toBe("a19");
      const settled = store.digest(key);
      store.rebuild(key);
      expect(store.digest(key)).toBe(settled);
      db.$client.close();
    });
  });
});
