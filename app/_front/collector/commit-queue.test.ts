import { describe, expect, it } from "vitest";
import type { Intake } from "#db/intake/intake.ts";
import { storageFault } from "#db/queries/testing/storage-fault.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";
import { CommitQueue } from "./commit-queue.ts";

const LIMITS = { maxEvents: 1000, maxBytes: 1e6, busyMs: 50 };

/** One request of `events` events; the queue looks at nothing but whose they are and how many. */
function intake(workspaceId: number, events: number): Intake {
  const item = { refusal: "forged-code", field: "code", id: "x" } as const;
  return {
    scope: { workspaceId } as IngestScope,
    ...{ source: "server", receivedAt: 0, items: new Array(events).fill(item) },
  };
}

const accepted = ({ items }: Intake) => items.map((): IntakeResult => ({ outcome: "accepted", id: "x" }));

describe("a queue that one workspace floods", () => {
  it("keeps room for the others, and gives each an equal part of every commit", async () => {
    const commits: string[][] = [];
    const queue = new CommitQueue({
      ...LIMITS,
      ...{ maxEvents: 10_000 },
      commit: (intakes) => {
        commits.push(intakes.map(({ scope, items }) => `${scope.workspaceId}:${items.length}`));
        return intakes.map(accepted);
      },
    });
    let flooded = 0;
    while (queue.add(intake(1, 1000), 100, () => {})) flooded += 1;
    expect(flooded).toBe(5);
    for (let post = 0; post < 300; post += 1) expect(queue.add(intake(2, 1), 100, () => {})).toBe(true);
    await queue.drain();
    // The flood came first, and from then on holds up nobody: a quarter of a thousand posts go beside each batch.
    const posts = (commit: string[]) => commit.filter((name) => name === "2:1").length;
    expect(commits.map((commit) => [posts(commit), commit.length - posts(commit)])).toEqual([
      [0, 1],
      [250, 1],
      [50, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(queue.depth).toBe(0);
  });

  it("keeps the order of each workspace, and is full for all at its bounds", async () => {
    const order: string[] = [];
    const queue = new CommitQueue({
      ...LIMITS,
      commit: (intakes) => {
        order.push(...intakes.map(({ scope, items }) => `${scope.workspaceId}:${items.length}`));
        return intakes.map(accepted);
      },
    });
    for (const events of [1, 2, 3, 4])
      for (const workspace of [1, 2]) queue.add(intake(workspace, events), 1, () => {});
    expect(queue.add(intake(3, 981), 1, () => {})).toBe(false);
    expect(queue.add(intake(3, 980), 1, () => {})).toBe(true);
    expect(queue.add(intake(4, 1), 1, () => {})).toBe(false);
    await queue.drain();
    for (const workspace of ["1", "2"])
      expect(order.filter((name) => name.startsWith(workspace))).toEqual(
        [1, 2, 3, 4].map((n) => `${workspace}:${n}`),
      );
  });
});

it("writes nothing more to a damaged file, and never says that it did", async () => {
  let commits = 0;
  const queue = new CommitQueue({
    ...LIMITS,
    commit: () => {
      commits += 1;
      throw storageFault("SQLITE_CORRUPT");
    },
  });
  const answered = new Promise((resolve) => queue.add(intake(1, 1), 1, resolve));
  expect(await answered).toBeNull();
  expect(queue.isMalformed).toBe(true);
  expect(queue.add(intake(1, 1), 1, () => {})).toBe(false);
  queue.mend();
  expect(queue.isBroken).toBe(true);
  expect(commits).toBe(1);
});

it("goes on after a fault that passes", async () => {
  let isFull = true;
  const queue = new CommitQueue({
    ...LIMITS,
    commit: (intakes) => {
      if (isFull) throw storageFault("SQLITE_FULL");
      return intakes.map(accepted);
    },
  });
  expect(await new Promise((resolve) => queue.add(intake(1, 1), 1, resolve))).toBeNull();
  expect([queue.isBroken, queue.isMalformed]).toEqual([true, false]);
  isFull = false;
  expect(await new Promise((resolve) => queue.add(intake(1, 2), 1, resolve))).toHaveLength(2);
  expect(queue.isBroken).toBe(false);
});
