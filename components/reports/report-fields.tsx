import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import type { ReportFormState } from "#lib/access/report-form.ts";
import { DATE_MODES, REPORT_SECTIONS, REPORT_THEMES } from "#lib/access/report-link.ts";
import { LOCALES } from "#lib/i18n/locales.ts";

type TextName = "name" | "notes" | "dateMode" | "fromDay" | "toDay" | "expiresOn" | "locale" | "theme";

/** What can be said about a report link. */
export function ReportFields({ values, errors, hasPassword }: ReportFormState & { hasPassword: boolean }) {
  const t = useTranslate();
  const field = (name: TextName | "embedOrigins") => ({
    name,
    label: t(`reports.form.${name}`),
    defaultValue: values[name],
    error: errors[name],
  });
  const modes = DATE_MODES.map((value) => ({ value, label: t(`reports.form.dateMode.${value}`) }));
  const themes = REPORT_THEMES.map((value) => ({ value, label: t(`reports.form.theme.${value}`) }));
  const languages = Object.entries(LOCALES).map(([value, { label }]) => ({ value, label }));
  return (
    <>
      <TextField {...field("name")} hint={t("reports.form.nameHint")} required maxLength={120} />
      <SectionChoice values={values} error={errors.sections} />
      <SelectField {...field("dateMode")} options={modes} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("fromDay")} type="date" />
        <TextField {...field("toDay")} type="date" />
        <TextField {...field("expiresOn")} type="date" hint={t("reports.form.expiresOnHint")} />
        <TextField
          name="password"
          label={t("reports.form.password")}
          hint={t(hasPassword ? "reports.form.passwordKept" : "reports.form.passwordHint")}
          error={errors.password}
          type="password"
          autoComplete="new-password"
          dir="ltr"
        />
        <SelectField
          {...field("locale")}
          options={[{ value: "", label: t("reports.form.localeAuto") }, ...languages]}
        />
        <SelectField {...field("theme")} options={themes} />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t("reports.form.reader")}</legend>
        {(["aliases", "csv", "previewCard"] as const).map((name) => (
          <CheckBox key={name} name={name} label={t(`reports.form.${name}`)} isOn={values[name]} />
        ))}
        {hasPassword ? (
          <CheckBox name="removePassword" label={t("reports.form.removePassword")} isOn={false} />
        ) : null}
      </fieldset>
      <TextField {...field("notes")} rows={3} maxLength={2000} hint={t("reports.form.notesHint")} />
      <TextField {...field("embedOrigins")} rows={2} hint={t("reports.form.embedOriginsHint")} dir="ltr" />
    </>
  );
}

function SectionChoice({ values, error }: { values: ReportFormState["values"]; error: string | undefined }) {
  const t = useTranslate();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t("reports.form.sections")}</legend>
      {REPORT_SECTIONS.map((section) => (
        <CheckBox
          key={section}
          name="sections"
          value={section}
          label={t(`reports.section.${section}`)}
          isOn={values.sections.includes(section)}
        />
      ))}
      {error === undefined ? null : (
        <p role="alert" className="text-xs font-medium text-rose-700 dark:text-rose-400">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function CheckBox(props: { name: string; value?: string; label: string; isOn: boolean }) {
  const { name, value = "on", label, isOn } = props;
  return (
    <label className="flex items-center gap-2 text-sm">
      {/* A form that is reset after its action forgets a default unless the box is made anew. */}
      <input key={String(isOn)} type="checkbox" name={name} value={value} defaultChecked={isOn} />
      {label}
    </label>
  );
}
