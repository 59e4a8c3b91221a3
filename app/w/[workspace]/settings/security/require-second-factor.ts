"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { setSecondFactorRule } from "#db/queries/members/set-second-factor-rule.ts";

/** Requires a second factor of the members of a workspace when the form's `way` is "on", and no longer otherwise. */
export const requireSecondFactor = action(
  [Sent.slug, Sent.form],
  async function requireSecondFactor(workspace, form): Promise<void> {
    const rule = { isRequired: form.get("way") === "on", now: Date.now() };
    const userId = await actIn(workspace, "workspace.manage", (scope) => {
      setSecondFactorRule(scope, rule);
      return scope.userId;
    });
    logHolder.log?.({ event: "second-factor-rule", userId, said: rule.isRequired ? "on" : "off" });
    revalidatePath(`/w/${encodeURIComponent(workspace)}/settings/security`);
  },
);
