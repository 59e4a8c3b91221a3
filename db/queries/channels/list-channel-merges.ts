import { asc, eq } from "drizzle-orm";
import { channelMerges } from "#db/schema/channel-merges.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ChannelMerge } from "#lib/domain/channel-merge.ts";

/** Names that count as other channels in a workspace, by channel and name; whoever sees some campaigns alone sees none. */
export function listChannelMerges(scope: Scope<"campaigns.read">): ChannelMerge[] {
  if (scope.campaigns !== null) return [];
  return databaseOf(scope)
    .select({ name: channelMerges.name, channel: channelMerges.channel })
    .from(channelMerges)
    .where(eq(channelMerges.workspaceId, scope.workspaceId))
    .orderBy(asc(channelMerges.channel), asc(channelMerges.name))
    .all();
}
