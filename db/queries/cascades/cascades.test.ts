import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvents } from "#db/engines/sqlite/append-events.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { listCascades } from "./list-cascades.ts";
import { readCascade } from "./read-cascade.ts";

const FILTER: CascadeFilter & { campaignId: number } = {
  campaignId: 1,
  sort: "size",
  order: "desc",
  page: 1,
};

function share(code: string, via: string | null, minute: number, channel = "email"): CampaignEvent {
  return {
    id: `event-${code}`,
    kind: "share",
    person: `person-${code}`,
    via,
    arrives: true,
    code,
    channel,
    mode: null,
    seedKind: via === null ? "organic" : null,
    variant: null,
    occurredAt: minute * MINUTE,
    value: null,
    currency: null,
    role: null,
    score: null,
    attributes: null,
    verified: true,
    label: null,
  };
}

/** A chain of four, a star of three on another channel, an orphan, and 52 lone seeds. */
const EVENTS = [
  share("chain", null, 1),
  share("chain-1", "chain", 3, "chat"),
  share("chain-2", "chain-1", 5, "chat"),
  share("chain-3", "chain-2", 9, "chat"),
  share("star", null, 2, "chat"),
  share("star-b", "star", 40, "email"),
  share("star-a", "star", 3, "chat"),
  share("lost", "never-seen", 6),
  ...Array.from({ length: 52 }, (_, n) => share(`lone-${String(n).padStart(2, "0")}`, null, 100 + n)),
];

let folder: string;
let db: IntisharDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-cascades-"));
  const path = join(folder, "test.db");
  migrate(path);
  db = openDatabase(path);
  for (const [id, slug] of [
    [1, "ours"],
    [2, "theirs"],
  ] as const) {
    db.insert(workspaces).values({ id, slug, name: slug, zone: "UTC", createdAt: 0 }).run();
  }
  const campaign = { workspaceId: 1, name: "a", tool: "video", createdAt: 0 } as const;
  db.insert(campaigns)
    .values([
      { ...campaign, id: 1 },
      { ...campaign, id: 2, name: "empty" },
    ])
    .run();
  inTransaction(db.$client, () =>
    appendEvents(db.$client, { workspaceId: 1, campaignId: 1 }, EVENTS, {
      source: "test",
      importId: null,
      receivedAt: 0,
      online: false,
    }),
  );
});

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const ours = () => openOperatorScope(db, "ours");
const theirs = () => openOperatorScope(db, "theirs");
const rootsOf = (filter: Partial<CascadeFilter>) =>
  listCascades(ours(), { ...FILTER, ...filter }).rows.map(({ root }) => root);

describe("listCascades", () => {
  it("pages through all, fifty at a time", () => {
    const first = listCascades(ours(), FILTER);
    const second = listCascades(ours(), { ...FILTER, page: 2 });
    expect(first).toMatchObject({ total: 55, all: 55, page: 1, pages: 2, channels: ["chat", "email"] });
    expect([first.rows.length, second.rows.length]).toEqual([50, 5]);
    expect(new Set([...first.rows, ...second.rows].map(({ root }) => root)).size).toBe(55);
  });

  it("shows the last page in place of one beyond it", () => {
    expect(listCascades(ours(), { ...FILTER, page: 9 })).toMatchObject({ page: 2 });
  });

  it.each([
    ["size", ["chain", "star"]],
    ["sharers", ["chain", "star"]],
    ["depth", ["chain", "star"]],
    ["breadth", ["star", "chain"]],
    ["virality", ["chain", "star"]],
    ["duration", ["star", "chain"]],
  ] as const)("sorts by %s, largest first", (sort, expected) => {
    expect(rootsOf({ sort }).slice(0, 2)).toEqual(expected);
  });

  it("sorts upward too, unknown values last either way", () => {
    expect(rootsOf({ sort: "started", order: "asc" }).slice(0, 3)).toEqual(["chain", "star", "lost"]);
    expect(rootsOf({ sort: "virality", order: "asc" }).slice(0, 2)).toEqual(["star", "chain"]);
  });

  it("filters by channel, size and kind of root", () => {
    expect(rootsOf({ channel: "chat" })).toEqual(["star"]);
    expect(rootsOf({ minSize: 4 })).toEqual(["chain"]);
    expect(rootsOf({ seeded: false })).toEqual(["lost"]);
    expect(listCascades(ours(), { ...FILTER, seeded: true }).total).toBe(54);
  });

  it("tells nothing matching from nothing there", () => {
    expect(listCascades(ours(), { ...FILTER, minSize: 99 })).toMatchObject({ total: 0, all: 55, pages: 1 });
    expect(listCascades(ours(), { ...FILTER, campaignId: 2 })).toMatchObject({ total: 0, all: 0, rows: [] });
  });

  it("shows a stranger, and one who guesses an id, no campaign", () => {
    expect(() => listCascades(theirs(), FILTER)).toThrow(NotFoundError);
    expect(() => listCascades(ours(), { ...FILTER, campaignId: 3 })).toThrow(NotFoundError);
  });
});

describe("readCascade", () => {
  it("gives the row and its shares as columns, parents first", () => {
    const { cascade, shares } = readCascade(ours(), { campaignId: 1, root: "star" });
    expect(cascade).toMatchObject({ root: "star", size: 3, depth: 1, seedChildren: 2, seeded: true });
    expect(shares).toMatchObject({
      code: ["star", "star-a", "star-b"],
      parent: [-1, 0, 0],
      person: ["person-star", "person-star-a", "person-star-b"],
      channels: ["chat", "email"],
      channel: [0, 0, 1],
      at: [2 * MINUTE, 3 * MINUTE, 40 * MINUTE],
      depth: [0, 1, 1],
      children: [2, 0, 0],
      descendants: [2, 0, 0],
    });
  });

  it("points every parent at an earlier index", () => {
    const { shares } = readCascade(ours(), { campaignId: 1, root: "chain" });
    expect(shares.parent).toEqual([-1, 0, 1, 2]);
  });

  it("finds nothing under a code that is no root, nor in another campaign, nor for a stranger", () => {
    expect(readCascade(ours(), { campaignId: 1, root: "lost" }).cascade.seeded).toBe(false);
    expect(() => readCascade(ours(), { campaignId: 1, root: "star-a" })).toThrow(NotFoundError);
    expect(() => readCascade(ours(), { campaignId: 2, root: "star" })).toThrow(NotFoundError);
    expect(() => readCascade(theirs(), { campaignId: 1, root: "star" })).toThrow(NotFoundError);
  });
});
