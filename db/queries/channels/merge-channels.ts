import { and, count, eq } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import { channelMerges } from "#db/schema/channel-merges.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ChannelMergeInput } from "#lib/domain/channel-merge.ts";

/** Every reading looks through them. */
const MOST_MERGES = 2000;

/**
 * Lets names of channels count as another in a whole workspace, in what is stored and in what comes. What counted as
 * one of them counts as the other, too.
 * @throws ConflictError when the channel counts as one of the names, or there are too many merges
 */
export function mergeChannels(
  scope: Scope<"campaigns.write">,
  { input, now }: { input: ChannelMergeInput; now: number },
): void {
  const db = databaseOf(scope);
  const { workspaceId, userId } = scope;
  const here = eq(channelMerges.workspaceId, workspaceId);
  inTransaction(db.$client, () => {
    const target = db
      .select({ channel: channelMerges.channel })
      .from(channelMerges)
      .where(and(here, eq(channelMerges.name, input.channel)))
      .get();
    const channel = target?.channel ?? input.channel;
    if (input.names.includes(channel)) throw new ConflictError("channel", "same");
    const known = db.select({ rows: count() }).from(channelMerges).where(here).get()?.rows ?? 0;
    if (known + input.names.length > MOST_MERGES) throw new ConflictError("channel", "many");
    for (const name of input.names) {
      db.update(channelMerges)
        .set({ channel })
        .where(and(here, eq(channelMerges.channel, name)))
        .run();
      const set = { channel, createdBy: userId, createdAt: now };
      db.insert(channelMerges)
        .values({ workspaceId, name, ...set })
        .onConflictDoUpdate({ target: [channelMerges.workspaceId, channelMerges.name], set })
        .run();
    }
  });
}
