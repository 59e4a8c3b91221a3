import type { Analyst } from "#app/_analysis/analyst.ts";

const KEY = Symbol.for("intishar.analyst");
const globals: typeof globalThis & { [KEY]?: { analyst?: Analyst } } = globalThis;

globals[KEY] ??= {};

/**
 * Where the server leaves its analyst for the pages: Next bundles a module once per entry, so only the global
 * object is one per process.
 */
export const analystHolder = globals[KEY];
