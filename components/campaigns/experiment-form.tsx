"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ExperimentField } from "#lib/domain/experiment.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

/** On which day variants are compared, and how seeds are split over them. */
export function ExperimentForm(props: {
  action: FormAction<ExperimentField>;
  values: Readonly<Record<ExperimentField, string>>;
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, props.values);
  const { values, errors, made } = state;
  return (
    <form {...form} className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="judgedOn"
        type="date"
        dir="ltr"
        label={t("experiment.judgedOn")}
        hint={t("experiment.judgedOn.hint")}
        defaultValue={values.judgedOn}
        error={errors.judgedOn}
      />
      <TextField
        name="split"
        label={t("experiment.split")}
        hint={t("experiment.split.hint")}
        defaultValue={values.split}
        error={errors.split}
        maxLength={1000}
      />
      <div className="flex items-center gap-3 sm:col-span-2">
        <Button type="submit" variant="secondary" disabled={isPending}>
          {t("experiment.save")}
        </Button>
        <p role="status" className="text-sm text-slate-600 dark:text-slate-400">
          {made === undefined || isPending ? "" : t("experiment.saved")}
        </p>
      </div>
    </form>
  );
}
