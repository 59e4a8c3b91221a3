"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { blockSource } from "#db/queries/collections/block-source.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { BlockedSource } from "#lib/collect/blocked-source.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Blocks the site or the network that was typed, or tells what is wrong with it. */
export const block = action(
  [Sent.slug, Sent.id, Sent.path, Sent.before, Sent.form],
  async function block(workspace, campaignId, path, _before, form): Promise<FormState<"source">> {
    const values = typed(form, ["source"]);
    await actIn(workspace, "collection.manage", () => undefined);
    const parsed = BlockedSource.safeParse(values.source);
    if (!parsed.success) return faultyState(values, [{ path: ["source"], message: "source" }]);
    try {
      const blocked = { campaignId, value: parsed.data, now: Date.now() };
      await actIn(workspace, "collection.manage", (scope) => blockSource(scope, blocked));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return faultyState(values, [{ path: ["source"], message: "many" }]);
    }
    revalidatePath(path);
    return { values: { source: "" }, errors: {} };
  },
);
