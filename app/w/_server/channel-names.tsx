import { UnknownChannels } from "#components/dashboards/unknown-channels.tsx";
import { listChannelMerges } from "#db/queries/channels/list-channel-merges.ts";
import type { Scope } from "#lib/access/scope.ts";
import { mergeNames } from "./merge-names.ts";
import { undoMerge } from "./undo-merge.ts";

/** The channels of the page at `path` that are none we know, with what whoever may can do about their names. */
export function ChannelNames(props: {
  scope: Scope<"campaigns.read">;
  channels: readonly { readonly channel: string; readonly shares: number }[];
  path: string;
}) {
  const { scope, channels, path } = props;
  const { workspaceSlug, permissions } = scope;
  const actions = {
    merge: mergeNames.bind(null, workspaceSlug, path),
    undo: undoMerge.bind(null, workspaceSlug, path),
  };
  return (
    <UnknownChannels
      channels={channels}
      merges={listChannelMerges(scope)}
      actions={permissions.has("campaigns.write") ? actions : null}
    />
  );
}
