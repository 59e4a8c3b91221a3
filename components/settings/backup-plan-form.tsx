"use client";

import { SelectField } from "#components/forms/select-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { BACKUP_ALARM_HOURS, BACKUP_HOURS, BACKUPS_KEPT, type BackupField } from "#lib/domain/backup.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

/** How often, how many, and when owners are warned. */
export function BackupPlanForm(props: {
  action: FormAction<BackupField>;
  values: Readonly<Record<BackupField, string>>;
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, props.values);
  const { values, errors } = state;
  return (
    <form {...form} className="grid gap-4 sm:grid-cols-3">
      <SelectField
        name="everyHours"
        label={t("backups.every")}
        defaultValue={values.everyHours}
        error={errors.everyHours}
        options={BACKUP_HOURS.map((value) => ({ value, label: t(`backups.every.${value}`) }))}
      />
      <SelectField
        name="keep"
        label={t("backups.keep")}
        defaultValue={values.keep}
        error={errors.keep}
        options={BACKUPS_KEPT.map((value) => ({
          value,
          label: t("backups.keep.count", { count: Number(value) }),
        }))}
      />
      <SelectField
        name="alarmHours"
        label={t("backups.alarm")}
        defaultValue={values.alarmHours}
        error={errors.alarmHours}
        options={BACKUP_ALARM_HOURS.map((value) => ({ value, label: t(`backups.alarm.${value}`) }))}
      />
      <div className="flex items-center gap-3 sm:col-span-3">
        <Button type="submit" variant="secondary" disabled={isPending}>
          {t("backups.save")}
        </Button>
        <p role="status" className="text-sm text-slate-600 dark:text-slate-400">
          {state.made === undefined || isPending ? "" : t("backups.saved")}
        </p>
      </div>
    </form>
  );
}
