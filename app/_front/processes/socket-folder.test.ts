import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { socketFolder } from "./socket-folder.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "intishar-home-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

it("is among the temporary files, and beside the database where those take nothing", () => {
  const usual = socketFolder(join(home, "a.db"));
  expect(dirname(usual)).toBe(tmpdir());
  vi.stubEnv("TMPDIR", join(home, "there is none"));
  const beside = socketFolder(join(home, "a.db"));
  expect(dirname(beside)).toBe(home);
  expect(existsSync(beside)).toBe(true);
  rmSync(usual, { recursive: true });
});
