"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { setBackupPlan } from "#db/backup/plan.ts";
import { type BackupField, BackupPlanInput } from "#lib/domain/backup.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Sets when the installation is backed up, or tells what is wrong with the form. */
export const saveBackupPlan = action(
  [Sent.slug, Sent.before, Sent.form],
  async function saveBackupPlan(workspace, _before, form): Promise<FormState<BackupField>> {
    const values = typed(form, ["everyHours", "keep", "alarmHours"]);
    await actIn(workspace, "workspace.manage", () => undefined);
    const parsed = BackupPlanInput.safeParse(values);
    if (!parsed.success) return faultyState(values, parsed.error.issues);
    await actIn(workspace, "workspace.manage", (scope) => setBackupPlan(scope, parsed.data, Date.now()));
    revalidatePath(`/w/${encodeURIComponent(workspace)}/settings/backups`);
    return { values, errors: {}, made: "" };
  },
);
