import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["{lib,db,components,app}/**/*.test.ts"],
    setupFiles: ["e2e/fail-on-console-error.ts"],
    testTimeout: 30_000,
    pool: "forks",
  },
});
