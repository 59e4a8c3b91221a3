const KEY = Symbol.for("intishar.stopping");
const globals: typeof globalThis & { [KEY]?: AbortController } = globalThis;

globals[KEY] ??= new AbortController();

/**
 * Aborted when the server begins to stop, so that answers without an end of their own end then. Next bundles a module
 * once per entry, so only the global object is one per process.
 */
export const stopping: AbortController = globals[KEY];
