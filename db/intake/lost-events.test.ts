import { expect, test } from "vitest";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { lostEvents } from "#db/schema/installation.ts";
import { databaseOf, openMemberScope } from "#db/scope.ts";
import { countAcknowledged } from "./count-acknowledged.ts";
import { confirmLostEvents, noteLostEvents, readLostEvents } from "./lost-events.ts";
import { readAcknowledged } from "./read-acknowledged.ts";

test("what is missing adds up until an owner confirms it, and stays written down with who did and when", () => {
  const { own } = openWorkspaces();
  const db = databaseOf(own);
  expect(readLostEvents(db)).toBeNull();
  countAcknowledged(db, 5);
  noteLostEvents(db, { mark: 12, now: 10 });
  noteLostEvents(db, { mark: 14, now: 20 });
  expect(readLostEvents(db)).toEqual({ events: 9, noticedAt: 10 });
  const owner = plantMember(db, { workspaceId: 1, role: "owner" });
  const scope = openMemberScope(db, owner, own.workspaceSlug, "workspace.manage");
  confirmLostEvents(scope, 30);
  expect(readLostEvents(db)).toBeNull();
  noteLostEvents(db, { mark: 15, now: 40 });
  expect(readLostEvents(db)).toEqual({ events: 1, noticedAt: 40 });
  confirmLostEvents(scope, 50);
  expect(db.select().from(lostEvents).all()).toEqual([
    { id: 1, noticedAt: 10, events: 7, confirmedAt: 30, confirmedBy: owner },
    { id: 2, noticedAt: 20, events: 2, confirmedAt: 30, confirmedBy: owner },
    { id: 3, noticedAt: 40, events: 1, confirmedAt: 50, confirmedBy: owner },
  ]);
});

test("a mark that is shown again, or is no higher than what the file knows of, tells of nothing", () => {
  const db = databaseOf(openWorkspaces().own);
  countAcknowledged(db, 5);
  noteLostEvents(db, { mark: 5, now: 10 });
  expect(readLostEvents(db)).toBeNull();
  // As after a crash between the note and the new mark.
  for (const now of [20, 30]) noteLostEvents(db, { mark: 12, now });
  expect([readLostEvents(db), readAcknowledged(db)]).toEqual([{ events: 7, noticedAt: 20 }, 12]);
});

test("what cannot be noted is not counted as answered for", () => {
  const db = databaseOf(openWorkspaces().own);
  db.$client.exec(`CREATE TRIGGER full BEFORE UPDATE OF acknowledged ON installation
    BEGIN SELECT RAISE(ABORT, 'full'); END`);
  countAcknowledged(db, 0);
  db.$client.exec("INSERT OR IGNORE INTO installation (id) VALUES (1)");
  expect(() => noteLostEvents(db, { mark: 3, now: 10 })).toThrow("full");
  expect([readLostEvents(db), readAcknowledged(db)]).toEqual([null, 0]);
});
