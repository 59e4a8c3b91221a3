"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { submittedReport } from "#app/w/_server/submitted-report.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { editReportLink } from "#db/queries/reports/edit-report-link.ts";
import type { ReportFormState } from "#lib/access/report-form.ts";

/** Stores a link's settings and leads back to the list, or tells what is wrong with the form. */
export const changeReport = action(
  [z.object({ workspace: Sent.slug, campaignId: Sent.id, reportId: Sent.id }), Sent.before, Sent.form],
  async function changeReport(address, _before, form): Promise<ReportFormState> {
    const { workspace, campaignId, reportId } = address;
    await actIn(workspace, "reports.manage", () => undefined);
    const submitted = await submittedReport(form);
    if (submitted.input === null) return submitted.state;
    const { input, password } = submitted;
    const passwordHash = typeof password === "string" ? await hashPassword(password) : password;
    await actIn(workspace, "reports.manage", (scope) =>
      editReportLink(scope, { reportId, input, passwordHash }),
    );
    const list = `/w/${encodeURIComponent(workspace)}/campaigns/${campaignId}/reports`;
    revalidatePath(list);
    redirect(list);
  },
);
