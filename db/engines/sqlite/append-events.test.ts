import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#db/in-transaction.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { appendEvents } from "./append-events.ts";
import { DERIVED_TABLES } from "./rebuild-campaign.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
let folder: string;
let db: IntisharDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-"));
  migrate(join(folder, "events.db"));
  db = openDatabase(join(folder, "events.db"));
  db.$client.exec(`INSERT INTO workspaces VALUES (1, 'a', 'A', 'UTC', 0), (2, 'b', 'B', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at)
    VALUES (1, 1, 'one', 'video', 0), (2, 1, 'two', 'video', 0)`);
});

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

function clear(): void {
  inTransaction(db.$client, () => {
    for (const table of ["journal", ...DERIVED_TABLES]) db.$client.exec(`DELETE FROM ${table}`);
  });
}

function append(events: readonly CampaignEvent[], key = KEY) {
  return inTransaction(db.$client, () =>
    appendEvents(db.$client, key, events, {
      source: "event-log",
      importId: null,
      receivedAt: 0,
      online: false,
    }),
  );
}

function share(
  code: string,
  via: string | null,
  occurredAt: number,
  more: Partial<CampaignEvent> = {},
): CampaignEvent {
  return {
    ...BLANK_EVENT,
    id: code,
    kind: "share",
    person: `p-${code}`,
    code,
    channel: "x",
    via,
    occurredAt,
    ...more,
  };
}

function visit(id: string, person: string, via: string, occurredAt: number): CampaignEvent {
  return { ...BLANK_EVENT, id, kind: "visit", person, via, occurredAt };
}

const parentOf = (code: string) =>
  db.$client.prepare("SELECT parent FROM shares WHERE workspace_id = 1 AND code = ?").pluck().get(code);

describe("appendEvents", () => {
  it("hangs a share without a stated parent on the person's first touch before it", () => {
    clear();
    append([share("a", null, 0, { seedKind: "paid" }), share("b", null, 1, { seedKind: "paid" })]);
    append([share("m", null, 100, { person: "maya" })]);
    expect(parentOf("m")).toBeNull();
    append([visit("v2", "maya", "b", 50)]);
    expect(parentOf("m")).toBe("b");
    append([visit("v1", "maya", "a", 20), visit("v3", "maya", "b", 10_000)]);
    expect(parentOf("m")).toBe("a");
  });

  it("takes no parent from another workspace", () => {
    clear();
    append([share("a", null, 0)]);
    append([share("b", "a", 5)], { workspaceId: 2, campaignId: 1 });
    const row = db.$client.prepare("SELECT parent, faults FROM shares WHERE workspace_id = 2").get();
    expect(row).toEqual({ parent: null, faults: 1 });
    const insert = () =>
      db.$client.exec(
        "UPDATE shares SET parent = 'a' WHERE workspace_id = 2 AND campaign_id = 1 AND code = 'b'",
      );
    expect(insert).toThrow(/FOREIGN KEY/);
  });
});
