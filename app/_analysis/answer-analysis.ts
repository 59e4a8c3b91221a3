import type { AnalysisRequest } from "#app/_analysis/analysis-request.ts";
import { forgetInputs } from "#app/_analysis/campaign-inputs.ts";
import { ANALYSES } from "#app/_analysis/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

const REMEMBERED = 64;

type Outcome = { result: unknown } | { error: string };
type Analysis = (scope: Scope<Permission>, question: AnalysisRequest["question"]) => unknown;

/**
 * Answers requests one after the other. The latest results are remembered until anything in the database
 * changes: somebody who turns a page back and forth does not wait again.
 */
export function answerAnalysis(db: IntisharDatabase): (request: AnalysisRequest) => Outcome {
  const remembered = new Map<string, unknown>();
  let version: unknown;
  return ({ name, workspaceSlug, question }) => {
    const current = db.$client.pragma("data_version", { simple: true });
    if (current !== version) {
      remembered.clear();
      forgetInputs();
    }
    version = current;
    const key = JSON.stringify([name, workspaceSlug, question]);
    if (remembered.has(key)) return { result: remembered.get(key) };
    try {
      // The registry pairs names with questions; the caller's types have paired them already.
      const analysis = ANALYSES[name] as Analysis;
      const result = analysis(openOperatorScope(db, workspaceSlug), question);
      const [oldest] = remembered.keys();
      if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      remembered.set(key, result);
      return { result };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
}
