"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { rotateAliases } from "#db/queries/reports/rotate-aliases.ts";

/** Gives the people of the report that the form's `report` names other made-up names. */
export const renamePeople = action(
  [Sent.slug, Sent.path, Sent.form],
  async function renamePeople(workspace, path, form): Promise<void> {
    const reportId = Number(form.get("report"));
    await actIn(workspace, "reports.manage", (scope) => rotateAliases(scope, { reportId }));
    revalidatePath(path);
  },
);
