import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findGuards } from "#e2e/soak/guards/find-guards.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

test("every guard is found, and the file without it is another", () => {
  const guards = findGuards(ROOT);
  // Fewer would mean that a form of them is no longer known; `npm run soak -- guards` takes each out.
  expect(guards.length).toBeGreaterThan(115);
  for (const { path, line, without, code } of guards) {
    const text = readFileSync(join(ROOT, path), "utf8");
    expect(without, `${path}:${line}`).not.toBe(text);
    expect(text, `${path}:${line}`).toContain(code);
  }
});

test("whoever asks for a scope in the app is found", () => {
  const guards = findGuards(ROOT);
  const asked = (file: string) => guards.some(({ path }) => path === file);
  for (const file of ["app/w/_server/current-campaign.ts", "app/w/_server/add-note.ts", "db/scope.ts"])
    expect(asked(file), file).toBe(true);
  expect(asked("app/_front/log.ts")).toBe(false);
});
