"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { TOOLS } from "#lib/domain/campaign.ts";
import type { CampaignFormState } from "#lib/domain/campaign-form.ts";

type Action = (before: CampaignFormState, form: FormData) => Promise<CampaignFormState>;

/** The form of a campaign, new or not. What was typed stays after an error, and focus goes to the first one. */
export function CampaignForm(props: {
  action: Action;
  values: CampaignFormState["values"];
  isNew: boolean;
  cancelHref: string;
}) {
  const t = useTranslate();
  const [state, action, isPending] = useActionState(props.action, { values: props.values, errors: {} });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={action} noValidate className="grid gap-5">
      <CampaignFields {...state} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={isPending}>
          {t(
            isPending
              ? "campaigns.form.pending"
              : props.isNew
                ? "campaigns.form.create"
                : "campaigns.form.save",
          )}
        </Button>
        <Link href={props.cancelHref} className={buttonClass("secondary")}>
          {t("common.cancel")}
        </Link>
      </div>
    </form>
  );
}

function CampaignFields({ values, errors }: CampaignFormState) {
  const t = useTranslate();
  const field = (name: keyof typeof values) => ({
    name,
    label: t(`campaigns.form.${name}`),
    defaultValue: values[name],
    error: errors[name],
  });
  return (
    <>
      <TextField {...field("name")} hint={t("campaigns.form.nameHint")} required maxLength={120} />
      <SelectField
        {...field("tool")}
        hint={t("campaigns.form.toolHint")}
        options={TOOLS.map((tool) => ({ value: tool, label: t(`campaigns.tool.${tool}`) }))}
      />
      <TextField {...field("description")} rows={3} maxLength={2000} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("startsOn")} type="date" />
        <TextField {...field("endsOn")} type="date" />
        <TextField {...field("spend")} hint={t("campaigns.form.spendHint")} inputMode="decimal" dir="ltr" />
        <TextField {...field("currency")} hint={t("campaigns.form.currencyHint")} maxLength={3} dir="ltr" />
      </div>
      <TextField {...field("audience")} hint={t("campaigns.form.audienceHint")} maxLength={500} />
      <fieldset className="grid gap-5 rounded-lg border border-slate-200 p-4 sm:grid-cols-2 dark:border-slate-800">
        <legend className="px-1 text-sm font-medium">{t("campaigns.form.plan")}</legend>
        <p className="-mt-2 text-xs text-slate-600 sm:col-span-2 dark:text-slate-400">
          {t("campaigns.form.planHint")}
        </p>
        <TextField {...field("planCountry")} hint={t("campaigns.form.planCountryHint")} maxLength={500} />
        <TextField {...field("planCity")} maxLength={500} />
        <TextField {...field("planAgeBand")} hint={t("campaigns.form.planAgeBandHint")} maxLength={500} />
        <TextField {...field("planOccupation")} maxLength={500} />
        <TextField {...field("planInterests")} maxLength={500} />
      </fieldset>
      <TextField {...field("goal")} hint={t("campaigns.form.goalHint")} maxLength={200} />
    </>
  );
}
