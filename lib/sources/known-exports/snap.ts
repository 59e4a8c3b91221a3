import type { KnownExport } from "./known-export.ts";

const TIME = /^\d{1,10}(?:\.\d+)?$/;

/**
 * Edges as SNAP and others keep them: a source, a target and a time on each line, divided by blanks, with no
 * heading. Which of the two repeats the other differs from one data set to the next: the source is taken for the
 * one who was there first.
 */
export const snap: KnownExport = {
  id: "snap",
  name: "SNAP",
  recognises: ({ keys, values }) =>
    keys.has("1") &&
    keys.size >= 3 &&
    keys.size <= 4 &&
    [...keys].every((key) => /^[1-4]$/.test(key)) &&
    values("3").length > 0 &&
    values("3").every((value) => TIME.test(value)) &&
    [...values("1"), ...values("2")].every((value) => !value.includes(" ")),
  columns: { via: ["1"], person: ["2"], code: ["2"], occurredAt: ["3"] },
  learn: "exports.edges",
};
