"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { ROTATED_KEYS } from "#lib/domain/collection.ts";
import { HOUR } from "#lib/time/lengths.ts";

/**
 * Exchanges the key that the form's `kind` names; `hours` says how long the old one is good, for ever without. Leads
 * to the page that says so.
 */
export const exchangeKey = action(
  [Sent.slug, Sent.id, Sent.path, Sent.form],
  async function exchangeKey(workspace, campaignId, path, form): Promise<never> {
    await actIn(workspace, "collection.manage", () => undefined);
    const kind = ROTATED_KEYS.find((one) => one === form.get("kind"));
    const hours = form.get("hours");
    const now = Date.now();
    const endsAt = hours === null || hours === "" ? null : now + Number(hours) * HOUR;
    if (kind === undefined || (endsAt !== null && !(endsAt >= now))) notFound();
    await actIn(workspace, "collection.manage", (scope) =>
      rotateKey(scope, { campaignId, kind, endsAt, now }),
    );
    revalidatePath(path);
    redirect(`/w/${workspace}/campaigns/${campaignId}/collect/controls?exchanged=${kind}`);
  },
);
