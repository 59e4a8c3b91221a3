import { expect, it } from "vitest";
import { EVENT_READS } from "#db/engines/registry.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
const PAID = {
  kind: "conversion",
  person: "b",
  via: "seed",
  occurredAt: 3,
  value: 2.5,
  currency: "SAR",
} as const;

/** Seed `seed` brings b's `b`, who pays; lost hangs on an unknown share and brings one more; lone brings nobody. */
function plant() {
  const { own } = openWorkspaces();
  const db = databaseOf(own);
  db.insert(campaigns)
    .values({ ...KEY, id: 1, name: "a", tool: "app", createdAt: 0 })
    .run();
  addEvents(own, 1, [
    { kind: "share", person: "a", code: "seed", occurredAt: 0, seedKind: "organic" },
    { kind: "share", person: "b", code: "b", via: "seed", occurredAt: 1 },
    { kind: "visit", person: "c", via: "b", occurredAt: 2 },
    { ...PAID, id: "paid" },
    { kind: "share", person: "d", code: "lost", via: "unknown", occurredAt: 4 },
    { kind: "share", person: "e", code: "found", via: "lost", occurredAt: 5 },
    { kind: "share", person: "f", code: "lone", occurredAt: 6, seedKind: "organic" },
  ]);
  return db;
}

it.each([
  ["the same", {}, true],
  ["another value", { value: 2.6 }, false],
  ["no value", { value: null }, false],
  ["another person", { person: "a" }, false],
  ["another way", { via: null }, false],
  ["another id", { id: "other" }, false],
])("tells a record from a repetition of %s", (_what, said, isSame) => {
  const event = { ...BLANK_EVENT, ...PAID, id: "paid", ...said };
  expect(EVENT_READS.journal.isSameEvent(plant(), KEY, event)).toBe(isSame);
});

it("leaves out what nobody converted through, though somebody came", () => {
  const found = EVENT_READS.touches.readConversionsOfCascade(plant(), KEY, "seed");
  expect(found).toEqual([{ code: "seed", conversions: 1, value: 2.5 }]);
});

it("takes for grown what a seed has brought, not an orphan nor a lone seed", () => {
  const grown = EVENT_READS.cascadeSummaries.readGrownCascades(plant(), 1, { startedBy: 9, most: 9 });
  expect(grown.map(({ root }) => root)).toEqual(["seed"]);
});

it("tells the seeds that brought nobody apart, within a stretch of time", () => {
  const db = plant();
  const lone = (from: number, to: number) =>
    EVENT_READS.cascadeSummaries.readLoneSeeds(db, 1, { from, to, most: 9 });
  const [first] = lone(0, 9);
  expect(first).toMatchObject({ campaignId: KEY.campaignId, root: expect.not.stringMatching(/^seed$/) });
  const at = first?.startedAt ?? 0;
  expect([lone(at, at).length, lone(at + 1, 9).length]).toEqual([1, 0]);
});
