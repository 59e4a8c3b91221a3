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

/** Resolves with what each request is told, in their order. */
function addAll(queue: CommitQueue, intakes: readonly Intake[]): Promise<(string | null)[]> {
  return Promise.all(
    intakes.map(
      (one) =>
        new Promise<string | null>((resolve) => {
          const isQueued = queue.add(one, 1, (results) => resolve(results && `${results.length} stored`));
          if (!isQueued) resolve("no room");
        }),
    ),
  );
}

describe("a commit that fails", () => {
  const lots = () => [intake(1, 1), intake(2, 2), intake(2, 3), intake(3, 4)];
  const setUp = (fails: (intakes: readonly Intake[]) => Error | null) => {
    const commits: number[] = [];
    const errors: unknown[] = [];
    const queue = new CommitQueue({
      ...LIMITS,
      commit: (intakes) => {
        commits.push(intakes.length);
        const error = fails(intakes);
        if (error !== null) throw error;
        return intakes.map(accepted);
      },
      onError: (error) => errors.push(error),
    });
    return { queue, commits, errors };
  };

  it("for what one request brings is tried again for each alone, and is that one's fault only", async () => {
    const { queue, commits, errors } = setUp((intakes) =>
      intakes.some(({ items }) => items.length === 3) ? new TypeError("a fault of the test") : null,
    );
    expect(await addAll(queue, lots())).toEqual(["1 stored", "2 stored", null, "4 stored"]);
    expect(commits).toEqual([4, 1, 1, 1, 1]);
    expect(errors).toHaveLength(2);
    expect([queue.isBroken, queue.depth]).toEqual([false, 0]);
  });

  it("for want of storage is everybody's, and tried once: each try would wait for the sick disk", async () => {
    const { queue, commits, errors } = setUp(() => storageFault("SQLITE_FULL"));
    expect(await addAll(queue, lots())).toEqual([null, null, null, null]);
    expect(commits).toEqual([4]);
    expect(errors).toHaveLength(1);
    expect([queue.isBroken, queue.depth]).toEqual([true, 0]);
  });

  it("for the one request that there is, is not tried again", async () => {
    const { queue, commits } = setUp(() => new TypeError("a fault of the test"));
    expect(await addAll(queue, [intake(1, 1)])).toEqual([null]);
    expect(commits).toEqual([1]);
    expect(queue.isBroken).toBe(true);
  });
});

describe("while somebody else holds the lock", () => {
  const setUp = (busyMs: number) => {
    const state = { isLocked: true };
    const queue = new CommitQueue({
      ...LIMITS,
      busyMs,
      commit: (intakes) => {
        if (state.isLocked) throw storageFault("SQLITE_BUSY");
        return intakes.map(accepted);
      },
    });
    return { queue, state };
  };

  it("what is being written fills its workspace's part of the queue, and is answered once it can be", async () => {
    const { queue, state } = setUp(60_000);
    const first = addAll(queue, [intake(1, 400)]);
    await new Promise(setImmediate);
    const next = addAll(queue, [intake(1, 100), intake(1, 1), intake(2, 400), intake(1, 0)]);
    expect(queue.depth).toBe(900);
    state.isLocked = false;
    expect(await first).toEqual(["400 stored"]);
    expect(await next).toEqual(["100 stored", "no room", "400 stored", "0 stored"]);
    await queue.drain();
    expect(queue.depth).toBe(0);
  });

  it("those who wait are told no in the end, and a request without events like any other", async () => {
    const { queue, state } = setUp(20);
    const first = addAll(queue, [intake(1, 1)]);
    await new Promise(setImmediate);
    const empty = addAll(queue, [intake(1, 0)]);
    expect(await first).toEqual([null]);
    state.isLocked = false;
    expect(await empty).toEqual(["0 stored"]);
  });
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
