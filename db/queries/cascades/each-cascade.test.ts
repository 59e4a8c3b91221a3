import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { cascades } from "#db/schema/cascades.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { CASCADE_SORTS, SORT_ORDERS } from "#lib/explorer/cascade-sort.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { eachCascade } from "./each-cascade.ts";
import { listCascades } from "./list-cascades.ts";

/** More than one slice of roots, and more than four pages. */
const COUNT = 2300;
const CHANNELS = ["email", "واتساب", "X", "😀"];
const ALL = { campaignId: 1, sort: "size", order: "desc" } as const;

const folder = mkdtempSync(join(tmpdir(), "intishar-each-cascade-"));
let db: IntisharDatabase;

/** Roots in every script, their figures from so few that most are ties; a third have no virality, some no variant. */
function plant(campaignId: number, total: number): void {
  const random = seededRandom(campaignId);
  const draw = (most: number) => Math.floor(random.next() * most);
  const rows = Array.from({ length: total }, (_, n): typeof cascades.$inferInsert => {
    const size = 1 + draw(4);
    const startedAt = 60_000 * draw(20);
    return {
      ...{ workspaceId: 1, campaignId, root: `${["a", "ش", "Z", "é", "😀"][n % 5]}${draw(1e9)}-${n}`, size },
      ...{ seeded: draw(5) > 0, seedKind: draw(2) > 0 ? "paid" : null, person: `p${n}` },
      ...{ variant: draw(3) > 0 ? `نسخة-${draw(2)}` : null, channel: CHANNELS[draw(4)] ?? "" },
      ...{ sharers: 1 + draw(size), depth: draw(size), maxBreadth: 1 + draw(size), breadths: [1] },
      ...{ seedChildren: 0, maxChildren: 0, sumDepth: 0, sumSubtreeSq: 1, skews: 0, cuts: 0 },
      ...{ structuralVirality: draw(3) === 0 ? null : 1 + draw(5) / 7, startedAt },
      lastAt: startedAt + 45_000 * draw(4),
    };
  });
  db.transaction((tx) => {
    for (const row of rows) tx.insert(cascades).values(row).run();
  });
}

beforeAll(() => {
  const path = join(folder, "test.db");
  migrate(path);
  db = openDatabase(path);
  for (const [id, slug] of [
    [1, "ours"],
    [2, "theirs"],
  ] as const)
    db.insert(workspaces).values({ id, slug, name: slug, zone: "UTC", createdAt: 0 }).run();
  for (const id of [1, 2, 3])
    db.insert(campaigns)
      .values({ workspaceId: 1, id, name: `${id}`, tool: "video", createdAt: 0 })
      .run();
  plant(1, COUNT);
  plant(2, 10);
});

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const ours = () => openOperatorScope(db, "ours");

type Asked = Parameters<typeof eachCascade>[1];

function paged(asked: Asked) {
  const first = listCascades(ours(), { ...asked, page: 1 });
  const later = Array.from({ length: first.pages - 1 }, (_, i) =>
    listCascades(ours(), { ...asked, page: i + 2 }),
  );
  return [first, ...later].flatMap(({ rows }) => rows);
}

/** Shows the first row that differs: all of them take minutes to print. */
function expectSame(rows: readonly unknown[], wanted: readonly unknown[]): void {
  const at = rows.findIndex((row, i) => !isDeepStrictEqual(row, wanted[i]));
  expect({ at, row: rows[at], count: rows.length }).toEqual({ at, row: wanted[at], count: wanted.length });
}

const channels = fc.subarray([...CHANNELS, "nowhere"], { minLength: 1 });
const filters = fc.array(
  fc.oneof(
    fc.record({ dimension: fc.constant("channel" as const), isNot: fc.boolean(), values: channels }),
    fc.record({
      dimension: fc.constantFrom("variant" as const, "country" as const),
      isNot: fc.boolean(),
      values: fc.constant(["نسخة-1"]),
    }),
  ),
  { maxLength: 2 },
);
const selections = fc.record(
  {
    channel: fc.constantFrom(...CHANNELS),
    minSize: fc.integer({ min: 1, max: 6 }),
    seeded: fc.boolean(),
    span: fc.record({ from: fc.nat(600_000), to: fc.nat(1_200_000) }),
    filters,
  },
  { requiredKeys: [] },
);

it.each(CASCADE_SORTS.flatMap((sort) => SORT_ORDERS.map((order) => [sort, order] as const)))(
  "gives by %s, %s, what the pages of the list hold, in their order",
  (sort, order) => {
    const all = [...eachCascade(ours(), { ...ALL, sort, order })].flat();
    expectSame(all, paged({ ...ALL, sort, order }));
    expect(new Set(all.map(({ root }) => root)).size).toBe(COUNT);
    fc.assert(
      fc.property(selections, (selection) => {
        const asked = { ...ALL, ...selection, sort, order };
        expectSame([...eachCascade(ours(), asked)].flat(), paged(asked));
      }),
      { numRuns: 8, seed: 5, endOnFailure: true },
    );
  },
);

it("gives pages of 500, after as many empty ones as it takes to find the order", () => {
  expect([...eachCascade(ours(), ALL)].map((page) => page.length)).toEqual([
    ...[0, 0, 0],
    ...[500, 500, 500, 500, 300],
  ]);
  // However few are selected, no more are looked at at a time.
  expect([...eachCascade(ours(), { ...ALL, minSize: 5 })]).toEqual([[], [], []]);
  expect([...eachCascade(ours(), { ...ALL, campaignId: 3 })]).toEqual([[]]);
});

it("walks the roots and looks rows up by them, whatever is asked: no offset, no sort", () => {
  db.$client.exec("ANALYZE");
  const prepare = vi.spyOn(db.$client, "prepare");
  for (const sort of CASCADE_SORTS)
    [...eachCascade(ours(), { ...ALL, sort, minSize: 2, span: { from: 0, to: 600_000 } })].flat();
  const asked = new Set(prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('"cascades"')));
  prepare.mockRestore();
  expect(asked.size).toBeGreaterThan(CASCADE_SORTS.length);
  for (const sql of asked) {
    expect(sql).not.toMatch(/offset/i);
    const steps = db.$client
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split("?").length - 1 }, () => 1)) as { detail: string }[];
    expect(steps.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(
        /^SEARCH cascades USING PRIMARY KEY \(workspace_id=\? AND campaign_id=\? AND root[=>]\?\)$/,
      ),
    ]);
  }
});

it("gives a row as it is when its page comes, and none that has gone in a pause", () => {
  const pages = eachCascade(ours(), { ...ALL, campaignId: 2, sort: "started", order: "asc" });
  expect(pages.next().value).toEqual([]);
  const [gone, grown] = paged({ ...ALL, campaignId: 2, sort: "started", order: "asc" });
  db.$client.prepare("DELETE FROM cascades WHERE root = ?").run(gone?.root);
  db.$client.prepare("UPDATE cascades SET size = 99 WHERE root = ?").run(grown?.root);
  const rows = [...pages].flat();
  expect(rows.length).toBe(9);
  expect(rows[0]).toEqual({ ...grown, size: 99 });
});

it("tells a stranger, and one who guesses an id, before the first page", () => {
  expect(() => eachCascade(openOperatorScope(db, "theirs"), ALL)).toThrow(NotFoundError);
  expect(() => eachCascade(ours(), { ...ALL, campaignId: 4 })).toThrow(NotFoundError);
});
