"use client";

import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { GOAL_REPORTERS } from "#lib/domain/collection.ts";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";

export type CollectionField = "targetUrl" | "origins" | "goalFrom" | "cardTitle" | "cardText" | "cardImage";

/** Where a campaign's links lead, which sites report, and what chats show beside a link. */
export function CollectionForm(props: {
  action: FormAction<CollectionField>;
  values: FormState<CollectionField>["values"];
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, props.values);
  const field = (name: CollectionField) => ({
    ...{ name, label: t(`collect.setUp.${name}`) },
    ...{ defaultValue: state.values[name], error: state.errors[name] },
  });
  return (
    <form {...form} className="grid gap-5">
      <TextField
        {...field("targetUrl")}
        hint={t("collect.setUp.targetUrlHint")}
        required
        dir="ltr"
        inputMode="url"
      />
      <TextField {...field("origins")} hint={t("collect.setUp.originsHint")} rows={2} dir="ltr" />
      <SelectField
        {...field("goalFrom")}
        hint={t("collect.setUp.goalFromHint")}
        options={GOAL_REPORTERS.map((value) => ({ value, label: t(`collect.setUp.goalFrom.${value}`) }))}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-1 text-sm font-medium">{t("collect.setUp.card")}</legend>
        <p className="text-xs text-slate-600 dark:text-slate-400">{t("collect.setUp.cardText.hint")}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field("cardTitle")} maxLength={120} />
          <TextField {...field("cardImage")} dir="ltr" inputMode="url" />
        </div>
        <TextField {...field("cardText")} maxLength={300} />
      </fieldset>
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={isPending}>
          {t(isPending ? "collect.form.pending" : "collect.form.save")}
        </Button>
        <p role="status" className="text-sm text-slate-600 dark:text-slate-400">
          {state.made !== undefined && !isPending ? t("collect.setUp.saved") : null}
        </p>
      </div>
    </form>
  );
}
