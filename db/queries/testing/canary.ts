/** Seeds of the workspace that must not leak; nothing else in the tests' answers comes to it. */
export const CANARY_COUNT = 37;

/** A value and a count that only that workspace has. */
export const CANARY_NUMBER = 31_337;

/** Finds any mark of that workspace in an answer written as JSON. */
export const CANARY = new RegExp(`canary|\\b(${CANARY_COUNT}|${CANARY_NUMBER})\\b`);
