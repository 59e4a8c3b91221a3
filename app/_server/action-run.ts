import { AsyncLocalStorage } from "node:async_hooks";

const KEY = Symbol.for("intishar.action-run");
const globals: typeof globalThis & { [KEY]?: AsyncLocalStorage<{ hasBegun: boolean }> } = globalThis;

globals[KEY] ??= new AsyncLocalStorage();

/**
 * Whether an action of ours has begun during a request. The front, which opens it, and the actions, which Next
 * bundles apart, meet at the global object.
 */
export const actionRun = globals[KEY];
