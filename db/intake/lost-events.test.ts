import { expect, test } from "vitest";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { lostEvents } from "#db/schema/installation.ts";
import { databaseOf, openMemberScope } from "#db/scope.ts";
import { confirmLostEvents, noteLostEvents, readLostEvents } from "./lost-events.ts";

test("what is missing adds up until an owner confirms it, and stays written down with who did and when", () => {
  const { own } = openWorkspaces();
  const db = databaseOf(own);
  expect(readLostEvents(db)).toBeNull();
  noteLostEvents(db, { events: 7, now: 10 });
  noteLostEvents(db, { events: 2, now: 20 });
  expect(readLostEvents(db)).toEqual({ events: 9, noticedAt: 10 });
  const owner = plantMember(db, { workspaceId: 1, role: "owner" });
  const scope = openMemberScope(db, owner, own.workspaceSlug, "workspace.manage");
  confirmLostEvents(scope, 30);
  expect(readLostEvents(db)).toBeNull();
  noteLostEvents(db, { events: 1, now: 40 });
  expect(readLostEvents(db)).toEqual({ events: 1, noticedAt: 40 });
  confirmLostEvents(scope, 50);
  expect(db.select().from(lostEvents).all()).toEqual([
    { id: 1, noticedAt: 10, events: 7, confirmedAt: 30, confirmedBy: owner },
    { id: 2, noticedAt: 20, events: 2, confirmedAt: 30, confirmedBy: owner },
    { id: 3, noticedAt: 40, events: 1, confirmedAt: 50, confirmedBy: owner },
  ]);
});
