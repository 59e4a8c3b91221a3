"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import type { FormState } from "#lib/domain/form-state.ts";

const LONGEST = 80;

/** Makes a key for a server and tells it, this once; or tells what is wrong with its name. */
export const makeKey = action(
  [Sent.slug, Sent.id, Sent.path, Sent.before, Sent.form],
  async function makeKey(workspace, campaignId, path, _before, form): Promise<FormState<"name">> {
    const values = typed(form, ["name"]);
    const name = values.name.trim();
    await actIn(workspace, "collection.manage", () => undefined);
    const fault = name === "" ? "required" : name.length > LONGEST ? "long" : null;
    if (fault !== null) return faultyState(values, [{ path: ["name"], message: fault }]);
    const key = { campaignId, name, now: Date.now() };
    const made = await actIn(workspace, "collection.manage", (scope) => createServerKey(scope, key));
    revalidatePath(path);
    return { values: { name: "" }, errors: {}, made };
  },
);
