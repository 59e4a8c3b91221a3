"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { rotateAliases } from "#db/queries/reports/rotate-aliases.ts";

/** Gives the people of the report that the form's `report` names other made-up names. */
export async function renamePeople(workspace: string, path: string, form: FormData): Promise<void> {
  const reportId = Number(form.get("report"));
  await actIn(workspace, "reports.manage", (scope) => rotateAliases(scope, { reportId }));
  revalidatePath(path);
}
