import { analystHolder } from "#app/_analysis/analyst-holder.ts";
import type { AnalysisAnswerOf, AnalysisName, AnalysisQuestionOf } from "#app/_analysis/registry.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Asks for what would hold up the event loop: it is read and computed in the analysis thread.
 * @throws Error when the thread fails
 */
export async function analyse<N extends AnalysisName>(
  scope: Scope<"campaigns.read">,
  name: N,
  question: AnalysisQuestionOf<N>,
): Promise<AnalysisAnswerOf<N>> {
  const { analyst } = analystHolder;
  if (analyst === undefined) throw new Error("pages are served by app/_front, which brings the analyst");
  const result = await analyst.ask({ name, workspaceSlug: scope.workspaceSlug, question });
  // Paired by name in the registry; structured clone keeps its shape.
  return result as AnalysisAnswerOf<N>;
}
