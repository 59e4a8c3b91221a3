import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageLine } from "./page-line.ts";

const here = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes who was let in, in order. */
function doorOf(line: PageLine) {
  const heard: string[] = [];
  const come = (network: string, name = network, gone = here) =>
    line.enter(network, gone).then((isAdmitted) => void heard.push(`${name} ${isAdmitted ? "in" : "out"}`));
  return { heard, come };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("as many as the bound work at once, the rest wait for somebody to leave, in the order they came", async () => {
  const line = new PageLine({ inside: 2, waiting: 9, waitingOfOne: 9, waitMs: 1000 });
  const { heard, come } = doorOf(line);
  for (const name of ["a", "b", "c", "d"]) void come("one", name);
  await settle();
  expect(heard).toEqual(["a in", "b in"]);
  line.leave();
  await settle();
  expect(heard).toEqual(["a in", "b in", "c in"]);
  line.leave();
  line.leave();
  line.leave();
  void come("one", "e");
  void come("one", "f");
  void come("one", "g");
  await settle();
  expect(heard).toEqual(["a in", "b in", "c in", "d in", "e in", "f in"]);
});

test("networks have their turns, however many wait of one", async () => {
  const line = new PageLine({ inside: 1, waiting: 99, waitingOfOne: 50, waitMs: 1000 });
  const { heard, come } = doorOf(line);
  for (let i = 0; i < 5; i++) void come("flood");
  void come("quiet");
  for (let i = 0; i < 3; i++) line.leave();
  await settle();
  expect(heard).toEqual(["flood in", "flood in", "quiet in", "flood in"]);
});

test("whoever finds the line full is told at once: all of it, or their own part", async () => {
  const line = new PageLine({ inside: 1, waiting: 3, waitingOfOne: 2, waitMs: 1000 });
  const { heard, come } = doorOf(line);
  for (const name of ["in", "waits", "waits too", "too many of one"]) void come("flood", name);
  await settle();
  expect(heard).toEqual(["in in", "too many of one out"]);
  void come("quiet", "has room");
  void come("third", "no room at all");
  await settle();
  expect(heard.slice(2)).toEqual(["no room at all out"]);
});

test("nobody waits for longer than the bound, nor when they have left, and then hold no place", async () => {
  const line = new PageLine({ inside: 1, waiting: 2, waitingOfOne: 2, waitMs: 1000 });
  const { heard, come } = doorOf(line);
  const gone = new AbortController();
  void come("one", "inside");
  void come("one", "patient");
  void come("one", "leaves", gone.signal);
  gone.abort();
  await vi.advanceTimersByTimeAsync(999);
  expect(heard).toEqual(["inside in", "leaves out"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toEqual(["inside in", "leaves out", "patient out"]);
  line.leave();
  void come("two", "next");
  await settle();
  expect(heard.at(-1)).toBe("next in");
});
