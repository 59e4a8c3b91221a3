"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { deleteReportLink } from "#db/queries/reports/delete-report-link.ts";
import { revokeReportLink } from "#db/queries/reports/revoke-report-link.ts";

/** Revokes or deletes the link that the form's `report` names. */
export const endReport = action(
  [Sent.slug, z.enum(["revoke", "delete"]), Sent.path, Sent.form],
  async function endReport(workspace, way, path, form): Promise<void> {
    const reportId = Number(form.get("report"));
    await actIn(workspace, "reports.manage", (scope) => {
      if (way === "delete") deleteReportLink(scope, { reportId });
      else revokeReportLink(scope, { reportId, now: Date.now() });
    });
    revalidatePath(path);
  },
);
