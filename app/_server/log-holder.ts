import type { Log } from "#app/_front/log.ts";

const KEY = Symbol.for("intishar.log");
const globals: typeof globalThis & { [KEY]?: { log?: Log } } = globalThis;

globals[KEY] ??= {};

/** Where the server leaves its log for the pages: Next bundles a module once per entry, so only the global object is one per process. */
export const logHolder = globals[KEY];
