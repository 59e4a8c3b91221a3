import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSharedPolls } from "./shared-polls.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Polls of a source that counts how often it is opened and read. */
function openPolls() {
  const polls = createSharedPolls<string>(2000);
  const counts = { opened: 0, read: 0 };
  const source: { read: () => string | Promise<string> } = { read: () => `${counts.read}` };
  const open = () => {
    counts.opened += 1;
    return () => {
      counts.read += 1;
      return source.read();
    };
  };
  const subscriber = () => {
    const heard: string[] = [];
    return { heard, next: (value: string) => heard.push(value), fail: () => heard.push("failed") };
  };
  return { polls, counts, source, open, subscriber };
}

it("reads once a period for all, and gives who joins what was read last", async () => {
  const { polls, counts, open, subscriber } = openPolls();
  const [first, second] = [subscriber(), subscriber()];
  polls.subscribe("a", open, first);
  await vi.advanceTimersByTimeAsync(1999);
  expect(first.heard).toEqual(["1"]);
  polls.subscribe("a", open, second);
  expect(second.heard).toEqual(["1"]);
  await vi.advanceTimersByTimeAsync(4001);
  expect(first.heard).toEqual(["1", "2", "3", "4"]);
  expect(second.heard).toEqual(first.heard);
  expect(counts).toEqual({ opened: 1, read: 4 });
});

it("keeps sources apart", async () => {
  const { polls, counts, open, subscriber } = openPolls();
  const [first, second] = [subscriber(), subscriber()];
  polls.subscribe("a", open, first);
  polls.subscribe("b", () => () => "other", second);
  await vi.advanceTimersByTimeAsync(0);
  expect([first.heard, second.heard]).toEqual([["1"], ["other"]]);
  expect(counts).toEqual({ opened: 1, read: 1 });
});

it("stops with the last who leaves, and opens anew for the next", async () => {
  const { polls, counts, open, subscriber } = openPolls();
  const leave = [polls.subscribe("a", open, subscriber()), polls.subscribe("a", open, subscriber())];
  await vi.advanceTimersByTimeAsync(2000);
  leave[0]?.();
  await vi.advanceTimersByTimeAsync(2000);
  expect([counts.read, polls.has("a")]).toEqual([3, true]);
  leave[1]?.();
  expect([polls.has("a"), vi.getTimerCount()]).toEqual([false, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(counts).toEqual({ opened: 1, read: 3 });
  const late = subscriber();
  polls.subscribe("a", open, late);
  leave[1]?.();
  await vi.advanceTimersByTimeAsync(2000);
  expect(late.heard).toEqual(["4", "5"]);
  expect(polls.has("a")).toBe(true);
  expect(counts.opened).toBe(2);
});

it("stops, too, when the last leaves while it is read or told", async () => {
  const { polls, source, open, subscriber } = openPolls();
  let finish = (_: string) => {};
  source.read = () => new Promise((resolve) => (finish = resolve));
  const early = subscriber();
  polls.subscribe("a", open, early)();
  finish("late");
  await vi.advanceTimersByTimeAsync(0);
  expect([early.heard, polls.has("a"), vi.getTimerCount()]).toEqual([[], false, 0]);
  source.read = () => "once";
  const heard: string[] = [];
  const leave = polls.subscribe("a", open, {
    next: (value) => {
      heard.push(value);
      leave();
    },
    fail: () => {},
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([heard, polls.has("a"), vi.getTimerCount()]).toEqual([["once"], false, 0]);
});

it("waits for a slow reading before the next", async () => {
  const { polls, counts, source, open, subscriber } = openPolls();
  source.read = () => new Promise((resolve) => setTimeout(() => resolve("slow"), 9000));
  polls.subscribe("a", open, subscriber());
  await vi.advanceTimersByTimeAsync(10_999);
  expect(counts.read).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(counts.read).toBe(2);
});

it("tells all that reading has failed, and opens anew for the next", async () => {
  const { polls, counts, source, open, subscriber } = openPolls();
  const [first, second, third] = [subscriber(), subscriber(), subscriber()];
  polls.subscribe("a", open, first);
  polls.subscribe("a", open, second);
  await vi.advanceTimersByTimeAsync(0);
  source.read = () => {
    throw new Error("no disk");
  };
  await vi.advanceTimersByTimeAsync(60_000);
  expect([first.heard, second.heard]).toEqual([
    ["1", "failed"],
    ["1", "failed"],
  ]);
  expect([counts.read, polls.has("a")]).toEqual([2, false]);
  source.read = () => "sound";
  polls.subscribe("a", open, third);
  await vi.advanceTimersByTimeAsync(0);
  expect(third.heard).toEqual(["sound"]);
});
