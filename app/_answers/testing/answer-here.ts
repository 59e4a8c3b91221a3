import { onTestFinished } from "vitest";
import { answerHolder } from "#app/_answers/answer-holder.ts";
import { answerJob } from "#app/_answers/answer-job.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { NotFoundError } from "#lib/access/errors.ts";

const KEY = new Uint8Array(32);

/**
 * Answers all that is asked until the test has finished, as the threads would, in this one.
 * @returns the names that were asked, in order
 */
export function answerHere(db: IntisharDatabase): readonly string[] {
  const names: string[] = [];
  answerHolder.service = {
    key: KEY,
    async answer(scope, asked) {
      names.push(asked.kind === "table" ? asked.table : asked.name);
      const outcome = answerJob(db, KEY, { id: 0, scope, asked });
      if ("result" in outcome) return outcome.result;
      throw outcome.kind === "not-found" ? new NotFoundError(outcome.error) : new Error(outcome.error);
    },
    stop: async () => undefined,
  };
  onTestFinished(() => {
    delete answerHolder.service;
  });
  return names;
}
