import { setImmediate } from "node:timers";
import type { AnalysisRequest } from "#app/_analysis/analysis-request.ts";
import { forgetInputs } from "#app/_analysis/campaign-inputs.ts";
import { ANALYSES } from "#app/_analysis/registry.ts";
import { subjectOf } from "#app/_analysis/subject-of.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

const REMEMBERED = 64;
/** An answer that took longer than this many milliseconds is not worked out anew for every view. */
const SLOW_MS = 250;
/** It stands for as many times as long as it took, so that at most a twentieth of the time goes into it. */
const STANDS_FOR = 20;
/** No answer older than a day is shown, however long it took. */
const OLDEST_MS = 86_400_000;

type Outcome = { result: unknown } | { error: string };
type Analysis = (scope: Scope<Permission>, question: AnalysisRequest["question"]) => unknown;

interface Answer {
  readonly result: unknown;
  /** When it was there, and how long it had taken; milliseconds. */
  readonly at: number;
  readonly cost: number;
}

/**
 * Answers requests one after the other. The latest results are remembered until anything in the database changes.
 * What took long is shown again for a while even then, as of when it was worked out, and worked out anew after it
 * was shown: nobody waits twice for a large campaign.
 */
export function answerAnalysis(
  db: IntisharDatabase,
  {
    analyses = ANALYSES,
    now = Date.now,
  }: { analyses?: Readonly<Record<string, unknown>>; now?: () => number } = {},
): (request: AnalysisRequest) => Outcome {
  const remembered = new Map<string, Answer>();
  const standing = new Map<string, Answer>();
  const renewing = new Set<string>();
  let version: unknown;
  // What another database's campaigns of the same number read like.
  forgetInputs();

  const work = ({ name, workspaceSlug, question }: AnalysisRequest): Answer => {
    const current = db.$client.pragma("data_version", { simple: true });
    if (current !== version) remembered.clear();
    version = current;
    const key = JSON.stringify([name, workspaceSlug, question]);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const start = now();
    // The registry pairs names with questions; the caller's types have paired them already.
    const result = (analyses[name] as Analysis)(openOperatorScope(db, workspaceSlug), question);
    const answer = { result, at: now(), cost: now() - start };
    keep(remembered, key, answer);
    const subject = subjectOf({ name, workspaceSlug, question });
    if (subject !== null && answer.cost >= SLOW_MS) keep(standing, subject, answer);
    return answer;
  };

  const renewLater = (subject: string, request: AnalysisRequest) => {
    if (renewing.has(subject)) return;
    renewing.add(subject);
    setImmediate(() => {
      renewing.delete(subject);
      try {
        work(request);
      } catch {
        // Whoever asks next is told.
        standing.delete(subject);
      }
    });
  };

  return (request) => {
    const subject = subjectOf(request);
    const stood = subject === null ? undefined : standing.get(subject);
    const age = stood === undefined ? Number.POSITIVE_INFINITY : now() - stood.at;
    if (subject !== null && stood !== undefined && age < OLDEST_MS) {
      if (age > STANDS_FOR * stood.cost) renewLater(subject, request);
      return { result: stood.result };
    }
    try {
      return { result: work(request).result };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
}

function keep(answers: Map<string, Answer>, key: string, answer: Answer): void {
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
}
