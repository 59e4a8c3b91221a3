import type { AnswerService } from "./answer-service.ts";

const KEY = Symbol.for("intishar.answers");
const globals: typeof globalThis & { [KEY]?: { service?: AnswerService } } = globalThis;

globals[KEY] ??= {};

/**
 * Where the server leaves its service for the pages: Next bundles a module once per entry, so only the global object
 * is one per process.
 */
export const answerHolder = globals[KEY];
