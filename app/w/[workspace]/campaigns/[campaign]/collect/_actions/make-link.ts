"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { isOwnLink } from "#app/w/_server/is-own-link.ts";
import type { LinkField } from "#components/collect/link-form.tsx";
import { createLink } from "#db/queries/links/create-link.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { LinkInput, UTM_FIELDS } from "#lib/domain/link.ts";

const FIELDS = ["name", "channel", "seedKind", "targetUrl", ...UTM_FIELDS] as const;

/** Makes a link and leads back to the list, or tells what is wrong with the form. */
export const makeLink = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function makeLink(workspace, campaignId, _before, form): Promise<FormState<LinkField>> {
    const values = typed(form, FIELDS);
    await actIn(workspace, "collection.manage", () => undefined);
    const parsed = LinkInput.safeParse(values);
    if (!parsed.success) return faultyState(values, parsed.error.issues);
    if (isOwnLink(parsed.data.targetUrl ?? ""))
      return faultyState(values, [{ path: ["targetUrl"], message: "own-link" }]);
    try {
      await actIn(workspace, "collection.manage", (scope) =>
        createLink(scope, { campaignId, input: parsed.data, now: Date.now() }),
      );
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return faultyState(values, [{ path: [error.field], message: error.reason }]);
    }
    const list = `/w/${encodeURIComponent(workspace)}/campaigns/${campaignId}/collect`;
    revalidatePath(list);
    redirect(list);
  },
);
