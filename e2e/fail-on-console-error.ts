import { afterEach, beforeEach, expect, vi } from "vitest";

// A message on the error console is a fault that nobody would read in a green run.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(calls, "console.error was called").toEqual([]);
});
