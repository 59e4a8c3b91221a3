"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { submittedReport } from "#app/w/_server/submitted-report.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import type { ReportFormState } from "#lib/access/report-form.ts";

/** Makes a report link and tells its address, this once; or tells what is wrong with the form. */
export const makeReport = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function makeReport(workspace, campaignId, _before, form): Promise<ReportFormState> {
    await actIn(workspace, "reports.manage", () => undefined);
    const submitted = await submittedReport(form);
    if (submitted.input === null) return submitted.state;
    const { input, password, values } = submitted;
    const passwordHash = password == null ? null : await hashPassword(password);
    const link = { campaignId, input, passwordHash, now: Date.now() };
    const token = await actIn(workspace, "reports.manage", (scope) => createReportLink(scope, link));
    revalidatePath(`/w/${encodeURIComponent(workspace)}/campaigns/${campaignId}/reports`);
    return { values, errors: {}, link: `${process.env.NEXTAUTH_URL ?? ""}/r/${token}` };
  },
);
