import { requestTranslate } from "#app/_server/request-translate.ts";
import type { ReportFormState, ReportFormValues } from "#lib/access/report-form.ts";
import { DATE_MODES, REPORT_SECTIONS, REPORT_THEMES, ReportLinkInput } from "#lib/access/report-link.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";

const FAULTS: Readonly<Record<string, MessageKey>> = {
  required: "reports.fault.required",
  long: "reports.fault.long",
  sections: "reports.fault.sections",
  day: "reports.fault.day",
  order: "reports.fault.order",
  origin: "reports.fault.origin",
};

type Submitted =
  | { input: ReportLinkInput; values: ReportFormValues; password: string | null | undefined }
  | { input: null; state: ReportFormState };

/**
 * A form read as a report link, or what to show beside which field. The password is text to set, null to
 * remove, undefined to leave alone.
 */
export async function submittedReport(form: FormData): Promise<Submitted> {
  const values = valuesOf(form);
  const password = String(form.get("password") ?? "");
  const parsed = ReportLinkInput.safeParse(values);
  const t = await requestTranslate();
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? [])
    errors[String(path[0])] ??= t(FAULTS[message] ?? "reports.fault.choice");
  const fault = password === "" ? null : passwordFault(password, "");
  if (fault !== null) errors.password = t(`auth.fault.password.${fault}`);
  if (!parsed.success || fault !== null) return { input: null, state: { values, errors } };
  const kept = form.has("removePassword") ? null : undefined;
  return { input: parsed.data, values, password: password === "" ? kept : password };
}

function valuesOf(form: FormData): ReportFormValues {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    name: text("name"),
    notes: text("notes"),
    sections: REPORT_SECTIONS.filter((section) => form.getAll("sections").includes(section)),
    dateMode: DATE_MODES.find((mode) => mode === text("dateMode")) ?? "fixed",
    fromDay: text("fromDay"),
    toDay: text("toDay"),
    expiresOn: text("expiresOn"),
    aliases: form.has("aliases"),
    csv: form.has("csv"),
    previewCard: form.has("previewCard"),
    locale: text("locale"),
    theme: REPORT_THEMES.find((theme) => theme === text("theme")) ?? "light",
    embedOrigins: text("embedOrigins"),
  };
}
