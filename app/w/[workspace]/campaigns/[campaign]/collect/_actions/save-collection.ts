"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { isOwnLink } from "#app/w/_server/is-own-link.ts";
import type { CollectionField } from "#components/collect/collection-form.tsx";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { CollectionInput } from "#lib/domain/collection.ts";
import type { FormState } from "#lib/domain/form-state.ts";

const FIELDS = ["targetUrl", "origins", "goalFrom", "cardTitle", "cardText", "cardImage"] as const;

/** Says how a campaign collects, or tells what is wrong with the form. */
export const saveCollection = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function saveCollection(workspace, campaignId, _before, form): Promise<FormState<CollectionField>> {
    const values = typed(form, FIELDS);
    await actIn(workspace, "collection.manage", () => undefined);
    const parsed = CollectionInput.safeParse(values);
    if (!parsed.success) return faultyState(values, parsed.error.issues);
    if (isOwnLink(parsed.data.targetUrl))
      return faultyState(values, [{ path: ["targetUrl"], message: "own-link" }]);
    await actIn(workspace, "collection.manage", (scope) =>
      setCollection(scope, { campaignId, input: parsed.data, now: Date.now() }),
    );
    revalidatePath(`/w/${encodeURIComponent(workspace)}/campaigns/${campaignId}/collect`, "layout");
    return { values, errors: {}, made: "" };
  },
);
