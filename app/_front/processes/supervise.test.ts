import { type ChildProcess, fork } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import type { Failure } from "#app/_front/failure-line.ts";
import { supervise } from "./supervise.ts";

const CHILD = new URL("./testing/child.mjs", import.meta.url);

/** A supervised process, and what is heard of it, one piece at a time. */
function start(...behaviours: (readonly string[])[]) {
  const failures: Failure[] = [];
  const heard: (string | number | null)[] = [];
  const children: ChildProcess[] = [];
  let wake = () => {};
  const hear = (what: string | number | null) => {
    heard.push(what);
    wake();
  };
  const next = async () => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard.shift();
  };
  const child = supervise({
    name: "pages",
    start: () => {
      const one = fork(CHILD, behaviours[children.length] ?? behaviours.at(-1) ?? [], { execArgv: [] });
      children.push(one);
      return one;
    },
    log: (failure) => failures.push(failure),
    onChange: (isReady) => hear(isReady ? "ready" : "ended"),
    onFailedStart: hear,
  });
  onTestFinished(() => child.kill());
  return { child, next, failures, children };
}

test("a process that dies is said to have, and started again", async () => {
  const { child, next, failures, children } = start(["run"]);
  expect([await next(), child.isReady, child.deaths]).toEqual(["ready", true, 0]);
  children[0]?.kill("SIGKILL");
  expect([await next(), child.isReady, child.deaths]).toEqual(["ended", false, 1]);
  expect([await next(), child.isReady, child.deaths]).toEqual(["ready", true, 1]);
  child.tell({ kind: "drain" });
  expect(await next()).toBe("ended");
  expect(await next()).toBe("ready");
  expect(failures.map(({ event, process, error }) => [event, process, String(error)])).toEqual([
    ["process-ended", "pages", "Error: SIGKILL"],
    ["process-ended", "pages", "Error: status 3"],
  ]);
});

test("one that ends before it was ever ready is not started again; one that was, is", async () => {
  const never = start(["fail", "7"]);
  expect(await never.next()).toBe(7);
  expect(never.children).toHaveLength(1);
  const later = start(["run"], ["fail", "7"], ["run"]);
  expect(await later.next()).toBe("ready");
  later.children[0]?.kill("SIGKILL");
  expect([await later.next(), await later.next(), await later.next()]).toEqual(["ended", "ended", "ready"]);
  expect(later.child.deaths).toBe(2);
});

test("an order to stop is waited for; a process that does not heed it is killed, and that is not clean", async () => {
  const heeds = start(["run"]);
  await heeds.next();
  expect(await heeds.child.stop(60_000)).toBe(true);
  const fails = start(["run", "1"]);
  await fails.next();
  expect(await fails.child.stop(60_000)).toBe(false);
  const stubborn = start(["stubborn"]);
  await stubborn.next();
  expect(await stubborn.child.stop(10)).toBe(false);
  expect([heeds, fails, stubborn].map(({ children }) => children.length)).toEqual([1, 1, 1]);
});

test("one that is down when it is to stop stays down", async () => {
  const { child, next, children } = start(["run"], ["fail", "1"]);
  await next();
  children[0]?.kill("SIGKILL");
  expect([await next(), await next()]).toEqual(["ended", "ended"]);
  expect(await child.stop(60_000)).toBe(true);
  expect(children).toHaveLength(2);
});
