import { defineConfig } from "vitest/config";

/** Tests that take long enough to be left out of the quick check: crashes, power cuts, fifty thousand bodies, whole imports. */
const LONG = "**/*.long.test.ts";
/** Needs a spreadsheet program; opted in by naming it. */
const OFFICE = "**/*.office.test.ts";
const hasOffice = (process.env.INTISHAR_OFFICE ?? "") !== "";
const isLong = process.env.INTISHAR_TESTS === "long";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: isLong
      ? [`{lib,db,components,app,e2e}/${LONG}`]
      : ["{lib,db,components,app,e2e}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ...(isLong ? [] : [LONG]), ...(hasOffice ? [] : [OFFICE])],
    setupFiles: ["e2e/fail-on-console-error.ts"],
    testTimeout: 30_000,
    pool: "forks",
    // Left to itself the runner keeps a core for others, and of two cores uses one.
    maxWorkers: 2,
  },
});
