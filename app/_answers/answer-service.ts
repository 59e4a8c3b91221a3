import { randomBytes } from "node:crypto";
import type { IntisharDatabase } from "#db/open-database.ts";
import { readCorrections } from "#db/queries/campaigns/read-corrections.ts";
import { openSealedScope } from "#db/scope.ts";
import type { SealedScope } from "#db/seal-text.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { minuteOf } from "#lib/answers/question.ts";
import { CAMPAIGN_WIDE } from "#lib/answers/registry.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { type AnswerCache, createAnswerCache, type Revision, type Worked } from "./answer-cache.ts";
import type { Asked, Outcome, TableAsked } from "./asked.ts";
import { ThreadPool } from "./thread-pool.ts";

/** Answers questions about campaigns, in threads of their own so that everything else stays quick. */
export interface AnswerService {
  /** With which whoever asks seals the scope that was opened for them: the page does, where it was opened. */
  readonly key: Uint8Array;
  /**
   * @throws NotFoundError when there is none such for this scope, or its seal is not of this key
   * @throws BusyError, DeadlineError, Error when the thread fails
   */
  answer(scope: SealedScope, asked: Asked): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The threads start with the first question.
 * @param db a connection that only looks: what others write changes its version, and nobody may write through it
 */
export function createAnswerService(
  db: IntisharDatabase,
  { databasePath }: { databasePath: string },
  {
    slowMs,
    ...limits
  }: { readonly mostWaiting?: number; readonly deadlineMs?: number; readonly slowMs?: number } = {},
): AnswerService {
  const key = new Uint8Array(randomBytes(32));
  const cache = createAnswerCache(() => performance.now(), slowMs);
  const pool = new ThreadPool({
    module: new URL("./answer-thread.mjs", import.meta.url),
    workerData: { databasePath, key },
    ...limits,
  });
  return {
    key,
    async answer(sealed, asked) {
      const scope = openSealedScope(db, sealed, key);
      const revision: Revision = {
        version: db.$client.pragma("data_version", { simple: true }),
        corrections: readCorrections(scope),
        asOf: asked.kind === "report" ? minuteOf(asked.now) : asked.question.asOf,
      };
      const work = (of: Asked) =>
        workOn(pool, campaignOf(scope, asked), (id) => ({ id, scope: sealed, asked: of }));
      if (asked.kind === "table") return (await work(onTheScreen(cache, revision, scope, asked))).answer;
      return cache.answer(subjectOf(scope, asked), revision, () => work(asked));
    },
    stop: () => pool.stop(),
  };
}

async function workOn(pool: ThreadPool, subject: string, job: (id: number) => object): Promise<Worked> {
  const outcome = await pool.run<Outcome>(subject, job);
  if (!("error" in outcome)) return { answer: outcome.result, cost: outcome.took };
  throw outcome.kind === "not-found" ? new NotFoundError(outcome.error) : new Error(outcome.error);
}

function campaignOf(scope: Scope | ReportScope, asked: Asked): string {
  if ("report" in scope) return `${scope.workspaceId} ${scope.report.campaignId}`;
  const isOfOne = asked.kind === "campaign" || asked.kind === "table";
  return `${scope.workspaceId} ${isOfOne ? asked.question.campaignId : ""}`;
}

/**
 * What is asked, whenever it is asked: "the last 28 days" of today and of a minute later are one subject. A link's
 * revision is its grant, so that what an owner changes is another subject.
 */
function subjectOf(scope: Scope | ReportScope, asked: Exclude<Asked, TableAsked>): string {
  const { workspaceId } = scope;
  // Who sees some campaigns alone gets other answers about what lies beside one.
  const seen = scope.campaigns === null ? [] : [[...scope.campaigns].sort((a, b) => a - b)];
  if (asked.kind === "report")
    return JSON.stringify([workspaceId, "report" in scope ? scope.report : null, asked.name, asked.request]);
  if (asked.kind === "workspace") {
    const { horizon, campaignIds } = asked.question;
    return JSON.stringify([workspaceId, asked.name, horizon, campaignIds, ...seen]);
  }
  const { campaignId, query, horizon, zone, options } = asked.question;
  const narrowed = CAMPAIGN_WIDE.has(asked.name) ? [] : [query, zone, options];
  return JSON.stringify([workspaceId, asked.name, campaignId, horizon, ...narrowed, ...seen]);
}

/** All rows of the list whose page somebody looks at: of the same instant as that page. */
function onTheScreen(cache: AnswerCache, revision: Revision, scope: Scope, asked: TableAsked): TableAsked {
  const { table, question } = asked;
  const registered = TABLES.get(table);
  if (registered === undefined || !("answer" in registered)) throw new NotFoundError(table);
  const subject = subjectOf(scope, { kind: "campaign", name: registered.answer, question });
  const asOf = cache.standing(subject, revision);
  if (asOf === null) return asked;
  return { ...asked, question: { ...question, asOf, wholeAsOf: Math.min(asOf, question.wholeAsOf) } };
}
