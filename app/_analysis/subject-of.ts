import type { AnalysisRequest } from "#app/_analysis/analysis-request.ts";

/** What moves with the clock while the question stays the same. */
const MOVING: ReadonlySet<string> = new Set(["asOf", "from", "to", "before"]);

/**
 * What a question is about, whenever it is asked: "the last 28 days" of today and of a minute later are one subject.
 * Null for a question that does not say in words what it asks, by `asked`.
 */
export function subjectOf({ name, workspaceSlug, question }: AnalysisRequest): string | null {
  if (!("asked" in question) || typeof question.asked !== "string") return null;
  const standing = Object.entries(question).filter(([key]) => !MOVING.has(key));
  return JSON.stringify([name, workspaceSlug, standing]);
}
