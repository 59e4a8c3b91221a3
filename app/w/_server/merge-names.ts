"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { mergeChannels } from "#db/queries/channels/merge-channels.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { ChannelMergeInput } from "#lib/domain/channel-merge.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { actIn } from "./act-in.ts";
import { faultyState, typed } from "./form-state.ts";

/** Lets the names that were ticked count as the channel that was chosen, or tells what is wrong with that. */
export const mergeNames = action(
  [Sent.slug, Sent.path, Sent.before, Sent.form],
  async function mergeNames(workspace, path, _before, form): Promise<FormState<"channel">> {
    const values = typed(form, ["channel"]);
    await actIn(workspace, "campaigns.write", () => undefined);
    const names = form.getAll("name").map(String);
    const parsed = ChannelMergeInput.safeParse({ names, channel: values.channel });
    if (!parsed.success) {
      const [fault] = parsed.error.issues;
      const message = names.length === 0 ? "no-names" : (fault?.message ?? "");
      return faultyState(values, [{ path: ["channel"], message }]);
    }
    const input = parsed.data;
    try {
      await actIn(workspace, "campaigns.write", (scope) => mergeChannels(scope, { input, now: Date.now() }));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return faultyState(values, [{ path: ["channel"], message: error.reason }]);
    }
    revalidatePath(path);
    return { values: { channel: "" }, errors: {} };
  },
);
