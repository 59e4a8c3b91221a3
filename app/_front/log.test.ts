import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { failureLine } from "#app/_front/failure-line.ts";
import { captureConsole, captureWarnings, createLog } from "#app/_front/log.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function openLog() {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), now: Date.now });
  return { log, lines, read: () => lines.map((line) => JSON.parse(line)) };
}

describe("a flood of one kind", () => {
  test("is cut after so many lines a minute, and then said in one", () => {
    const { log, lines, read } = openLog();
    for (let i = 0; i < 1264; i++)
      log({ event: "request-failed", path: `/${i}`, error: new Error(`no ${i}`) });
    expect(lines).toHaveLength(30);
    vi.advanceTimersByTime(60_000);
    expect(read().at(-1)).toEqual({
      time: "1970-01-01T00:01:00.000Z",
      event: "log-shortened",
      kind: "request-failed",
      more: 1234,
    });
    log({ event: "request-failed" });
    expect(lines).toHaveLength(32);
  });

  test("leaves room for others, and a minute of few lines says nothing more", () => {
    const { log, lines } = openLog();
    for (let i = 0; i < 100; i++) log({ event: "console-error", said: `Failed to find action ${i}` });
    log({ event: "console-error", said: "the disk is full" });
    log({ event: "request-failed", status: 500 });
    expect(lines).toHaveLength(32);
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(33);
    log({ event: "request-failed", status: 500 });
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(34);
  });

  test("of invented kinds is cut as well", () => {
    const { log, lines } = openLog();
    const letters = "abcdefghijklmnopqrstuvwxyz";
    for (let i = 0; i < 20_000; i++)
      log({ event: "console-error", said: `${letters[i % 26]}${letters[Math.floor(i / 26) % 26]}` });
    expect(lines.length).toBe(41 * 30);
  });
});

describe("what is printed", () => {
  function openConsole() {
    const { log, lines, read } = openLog();
    const target = { error: vi.fn(), warn: vi.fn(), info: vi.fn(), log: vi.fn(), debug: vi.fn() };
    captureConsole(target, log);
    return { target, lines, read };
  }

  test("becomes one line an entry, without colours, line ends and stacks", () => {
    const { target, lines, read } = openConsole();
    const error = Object.assign(new TypeError("no\nsuch thing"), { digest: "42" });
    target.error("\u001b[31m⨯\u001b[39m", error);
    target.error("%s is %d", "seven", 7, { error: new Error("inner") });
    target.warn(new Error("known").stack);
    target.debug("nothing");
    expect(lines.every((line) => line.indexOf("\n") === line.length - 1)).toBe(true);
    expect(read().map(({ event, said }) => [event, said])).toEqual([
      ["console-error", "⨯ TypeError: no\nsuch thing (digest 42)"],
      ["console-error", expect.stringMatching(/^seven is 7 \{\n {2}error: Error: inner/)],
      ["console-warn", "Error: known"],
    ]);
    expect(lines.join("")).not.toContain(import.meta.dirname);
  });

  test("is cut to a length, however long", () => {
    const { target, read } = openConsole();
    target.log("x".repeat(4_000_000));
    expect(read()[0].said).toHaveLength(500);
  });
});

test("what Node warns of is an entry too, and no line of its own", () => {
  const { log, read } = openLog();
  const listeners: ((error: Error) => void)[] = [() => expect.unreachable()];
  const target = {
    removeAllListeners: vi.fn(() => listeners.splice(0)),
    on: vi.fn((_event: string, listener: (error: Error) => void) => listeners.push(listener)),
  };
  Reflect.apply(captureWarnings, undefined, [target, log]);
  for (const listener of listeners) listener(new Error("too many listeners"));
  expect(read()).toMatchObject([{ event: "warning", error: "Error: too many listeners" }]);
});

test("no control character survives in a line, whoever sends it", () => {
  const sent = '\r\n\u001b[2J\u009b31m\u007f\u2028"}{%s\u0000';
  const line = failureLine(
    { event: "request-failed", path: sent, said: sent, error: new Error(sent) },
    new Date(0),
  );
  expect(line.slice(0, -1)).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
  expect(JSON.parse(line)).toMatchObject({ path: sent, error: `Error: ${sent}` });
});
