"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { deleteReportLink } from "#db/queries/reports/delete-report-link.ts";
import { revokeReportLink } from "#db/queries/reports/revoke-report-link.ts";

/** Revokes or deletes the link that the form's `report` names. */
export async function endReport(
  workspace: string,
  way: "revoke" | "delete",
  path: string,
  form: FormData,
): Promise<void> {
  const reportId = Number(form.get("report"));
  await actIn(workspace, "reports.manage", (scope) => {
    if (way === "delete") deleteReportLink(scope, { reportId });
    else revokeReportLink(scope, { reportId, now: Date.now() });
  });
  revalidatePath(path);
}
