"use client";

import Link from "next/link";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { CHANNELS } from "#lib/domain/channel.ts";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";
import { UTM_FIELDS, type UtmField } from "#lib/domain/link.ts";

export type LinkField = "name" | "channel" | "seedKind" | "targetUrl" | UtmField;

/** The form of a link to hand out. */
export function LinkForm(props: {
  action: FormAction<LinkField>;
  values: FormState<LinkField>["values"];
  campaignUrl: string;
  listHref: string;
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, props.values);
  const { values, errors } = state;
  const field = (name: LinkField) => ({ name, defaultValue: values[name], error: errors[name] });
  const channels = CHANNELS.filter((channel) => channel !== "unknown").map((value) => ({
    value,
    label: value,
  }));
  const kinds = (["organic", "paid"] as const).map((value) => ({
    value,
    label: t(`collect.link.seedKind.${value}`),
  }));
  return (
    <form {...form} className="grid gap-5">
      <TextField
        {...field("name")}
        label={t("collect.link.name")}
        hint={t("collect.link.nameHint")}
        required
        maxLength={120}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          {...field("channel")}
          label={t("collect.link.channel")}
          hint={t("collect.link.channelHint")}
          options={channels}
        />
        <SelectField {...field("seedKind")} label={t("collect.link.seedKind")} options={kinds} />
      </div>
      <TextField
        {...field("targetUrl")}
        label={t("collect.link.targetUrl")}
        hint={t("collect.link.targetUrlHint", { url: `\u2066${props.campaignUrl}\u2069` })}
        dir="ltr"
        inputMode="url"
      />
      <fieldset className="grid gap-4">
        <legend className="mb-1 text-sm font-medium">{t("collect.link.utm")}</legend>
        <p className="text-xs text-slate-600 dark:text-slate-400">{t("collect.link.utmText")}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {UTM_FIELDS.map((name) => (
            <TextField
              key={name}
              {...field(name)}
              label={t(`collect.link.utm.${name}`)}
              dir="ltr"
              maxLength={100}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={isPending}>
          {t(isPending ? "collect.form.pending" : "collect.link.create")}
        </Button>
        <Link href={props.listHref} className={buttonClass("secondary")}>
          {t("common.cancel")}
        </Link>
      </div>
    </form>
  );
}
