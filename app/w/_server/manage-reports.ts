import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Runs what changes a workspace's report links; 404 for others, and when there is no such link. */
export async function manageReports<T>(
  workspace: string,
  act: (scope: Scope<"reports.manage">) => T,
): Promise<T> {
  const scope = await currentScope(workspace, "reports.manage");
  try {
    return act(scope);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
