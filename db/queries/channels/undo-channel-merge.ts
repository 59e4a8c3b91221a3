import { and, eq } from "drizzle-orm";
import { channelMerges } from "#db/schema/channel-merges.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Lets a name of a channel stand for itself again.
 * @throws NotFoundError when it counts as no other
 */
export function undoChannelMerge(scope: Scope<"campaigns.write">, { name }: { name: string }): void {
  const { changes } = databaseOf(scope)
    .delete(channelMerges)
    .where(and(eq(channelMerges.workspaceId, scope.workspaceId), eq(channelMerges.name, name)))
    .run();
  if (changes === 0) throw new NotFoundError("channel");
}
