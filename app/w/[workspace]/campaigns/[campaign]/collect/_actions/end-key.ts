"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { revokeServerKey } from "#db/queries/collections/revoke-server-key.ts";

/** Revokes the server's key that the form's `key` names. */
export const endKey = action(
  [Sent.slug, Sent.path, Sent.form],
  async function endKey(workspace, path, form): Promise<void> {
    const keyId = Number(form.get("key"));
    await actIn(workspace, "collection.manage", (scope) =>
      revokeServerKey(scope, { keyId, now: Date.now() }),
    );
    revalidatePath(path);
  },
);
