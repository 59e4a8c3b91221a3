import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { whenFree } from "#db/when-free.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Does something in a workspace with the leave that it needs; 404 for others, and when its object is not there. */
export async function actIn<P extends Permission, T>(
  workspace: string,
  permission: P,
  act: (scope: Scope<P>) => T,
): Promise<T> {
  const scope = await currentScope(workspace, permission);
  try {
    return await whenFree(() => act(scope));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
