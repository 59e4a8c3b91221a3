import { afterEach, describe, expect, it, vi } from "vitest";
import { tellThreads } from "./testing/tell-threads.ts";
import { BusyError, DeadlineError } from "./thread-pool.ts";

const DEADLINE = 1000;

afterEach(() => {
  vi.useRealTimers();
});

describe("a thread that dies", () => {
  it.each(["throw", "exit"])("fails its own job alone: %s", async (how) => {
    const { ask } = tellThreads({ threads: 1 });
    const first = await ask("a", "first");
    const [dying, next] = [ask("a", `${how} now`), ask("a", "next")];
    await expect(dying).rejects.toThrow(how === "throw" ? "thrown by throw now" : "ended");
    const second = await next;
    expect(second.thread).not.toBe(first.thread);
    expect((await ask("a", "later")).thread).toBe(second.thread);
  });

  it("does not fail the job of its successor when its end is heard of, and does not hide it from stopping", async () => {
    const { ask, hasBegun, release, endOf, pool } = tellThreads({ threads: 1 });
    const first = await ask("a", "first");
    const failed = ask("a", "throw now");
    const next = failed.catch(() => ask("a", "wait for its end"));
    await hasBegun("wait for its end");
    await endOf(first.thread);
    release("wait for its end");
    const second = await next;
    const held = ask("a", "wait for ever").catch(String);
    await hasBegun("wait for ever");
    await pool.stop();
    await endOf(second.thread);
    expect(await held).toContain("ended");
  });

  it("has forgotten what it knew: another that knows nothing yet is no better", async () => {
    const { ask } = tellThreads({ threads: 2 });
    const first = await ask("a", "first");
    const second = await ask("b", "second");
    await ask("b", "throw now").catch(String);
    const third = await ask("c", "third");
    expect([first.thread, second.thread]).not.toContain(third.thread);
    expect((await ask("a", "again")).thread).toBe(first.thread);
  });
});

describe("a job that takes too long", () => {
  it("fails at its deadline, its thread is replaced, and others go on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { ask, hasBegun, release, endOf } = tellThreads({ threads: 2, deadlineMs: DEADLINE });
    const stuck = await ask("a", "first");
    const late = ask("a", "wait for ever").catch((error: unknown) => error);
    const behind = ask("a", "wait behind");
    await hasBegun("wait for ever");
    vi.advanceTimersByTime(DEADLINE - 1);
    const other = await ask("b", "other");
    expect(await Promise.race([late, "not yet"])).toBe("not yet");
    vi.advanceTimersByTime(1);
    expect(await late).toBeInstanceOf(DeadlineError);
    await hasBegun("wait behind");
    await endOf(stuck.thread);
    release("wait behind");
    const { thread } = await behind;
    expect([stuck.thread, other.thread]).not.toContain(thread);
    expect((await ask("b", "again")).thread).toBe(other.thread);
  });

  it("is not one that was answered in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { ask } = tellThreads({ threads: 1, deadlineMs: DEADLINE });
    const { thread } = await ask("a", "first");
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(2 * DEADLINE);
    expect((await ask("a", "second")).thread).toBe(thread);
  });
});

describe("jobs that wait", () => {
  it("are only so many: whoever asks then is turned away, and served once there is room", async () => {
    const { ask, release } = tellThreads({ threads: 1, mostWaiting: 2 });
    const asked = [ask("a", "wait first"), ask("b", "second"), ask("c", "third")];
    await expect(ask("d", "fourth")).rejects.toBeInstanceOf(BusyError);
    release("wait first");
    await Promise.all(asked);
    expect((await ask("d", "fifth")).label).toBe("fifth");
  });

  it("are failed by stopping, as are those that come later", async () => {
    const { ask, hasBegun, begun, pool } = tellThreads({ threads: 1 });
    const asked = [ask("a", "wait first"), ask("b", "second")].map((job) => job.catch(String));
    await hasBegun("wait first");
    await pool.stop();
    expect(await Promise.all(asked)).toEqual([
      "Error: the thread that answers ended",
      "Error: the server stops",
    ]);
    await expect(ask("c", "third")).rejects.toThrow("the server stops");
    expect(begun).toEqual(["wait first"]);
  });

  it("go on behind one that cannot be sent to a thread", async () => {
    const { ask, pool, release } = tellThreads({ threads: 1 });
    const held = ask("a", "wait first");
    const unsendable = pool.run("b", (id) => ({ id, call: () => undefined })).catch(String);
    const behind = ask("c", "behind");
    release("wait first");
    await held;
    expect(await unsendable).toContain("DataCloneError");
    expect((await behind).label).toBe("behind");
  });
});

describe("a subject", () => {
  it("is never in two threads at once, and what is slow about it holds up no other", async () => {
    const { ask, hasBegun, begun, release } = tellThreads({ threads: 2 });
    const slow = ask("a", "wait a1");
    const second = ask("a", "a2");
    await hasBegun("wait a1");
    await Promise.all([ask("b", "b1"), hasBegun("b1")]);
    await Promise.all([ask("c", "c1"), hasBegun("c1")]);
    expect(begun).toEqual(["wait a1", "b1", "c1"]);
    release("wait a1");
    expect((await second).thread).toBe((await slow).thread);
  });

  it("goes to the thread that knows it, and a new one to the thread that knows least", async () => {
    const { ask, release } = tellThreads({ threads: 2 });
    const threadOf = async (subject: string, label: string) => (await ask(subject, label)).thread;
    const [first, second] = [await threadOf("a", "1"), await threadOf("b", "2")];
    expect(second).not.toBe(first);
    expect(await threadOf("b", "3")).toBe(second);
    expect(await threadOf("a", "4")).toBe(first);
    expect(await threadOf("c", "5")).toBe(first);
    expect(await threadOf("d", "6")).toBe(second);
    // Each knows two: with a third it forgets the one that it worked on longest ago.
    const held = ask("a", "wait 7");
    expect(await threadOf("e", "8")).toBe(second);
    release("wait 7");
    expect((await held).thread).toBe(first);
    expect(await threadOf("e", "9")).toBe(second);
    expect(await threadOf("d", "10")).toBe(second);
    expect(await threadOf("b", "11")).toBe(first);
  });
});
