import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ALL_CHECKS } from "./all-checks.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Whether a file of tests has one whose title, as it is written there, holds these words. */
function hasTest(file: string, title: string): boolean {
  if (!existsSync(join(ROOT, file))) return false;
  const text = readFileSync(join(ROOT, file), "utf8");
  // A title stands at the beginning of a test, a describe, or behind the rows of a table.
  return text
    .split("\n")
    .some(
      (line, at, lines) =>
        line.includes(title) && /\b(?:test|it|describe)\b|\]\)\(|^\s*["`]/.test(lines[at] ?? ""),
    );
}

describe("the list of checks", () => {
  it("has all sixty-four, in order, each with a sentence", () => {
    expect(ALL_CHECKS.map(({ number }) => number)).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
    for (const { promise, open } of ALL_CHECKS)
      for (const text of [promise, open ?? "x."]) expect(text).toMatch(/\.$/);
  });

  it.each(ALL_CHECKS)(
    "check $number is held by tests that are there, or says what is not",
    ({ held, open }) => {
      expect(held.length > 0 || open !== null).toBe(true);
      const missing = held.flatMap(([file, ...titles]) =>
        titles.filter((title) => !hasTest(file, title)).map((title) => `${file}: ${title}`),
      );
      expect(missing).toEqual([]);
      expect(held.every(([, ...titles]) => titles.length > 0)).toBe(true);
    },
  );

  it("finds a title where it is, and not where it is not", () => {
    const file = "e2e/checks/all-checks.test.ts";
    expect(hasTest(file, "finds a title where it is, and not where it is not")).toBe(true);
    expect(hasTest(file, ["there is no", "such title"].join(" "))).toBe(false);
    expect(hasTest("e2e/checks/none.test.ts", "finds")).toBe(false);
  });

  it("names every file of tests of this folder", () => {
    const named = new Set(ALL_CHECKS.flatMap(({ held }) => held.map(([file]) => file)));
    const own = readdirSync(import.meta.dirname).filter((name) => /\.test\.tsx?$/.test(name));
    expect(own.map((name) => `e2e/checks/${name}`).filter((file) => !named.has(file))).toEqual([
      "e2e/checks/all-checks.test.ts",
    ]);
  });
});
