"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { curlExample } from "./snippets.ts";

/** Makes a key for a server, and shows it this once. */
export function KeyForm({ action, base }: { action: FormAction<"name">; base: string }) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(action, { name: "" });
  return (
    <div className="grid grid-cols-1 gap-5">
      {state.made === undefined ? null : (
        <div role="status" className="grid gap-4 rounded-lg bg-teal-50 p-4 dark:bg-teal-950/40">
          <div>
            <p className="text-sm font-semibold">{t("collect.keys.made")}</p>
            <p className="mt-0.5 text-sm text-slate-600 dark:text-slate-400">{t("collect.keys.madeText")}</p>
          </div>
          <CopyText label={t("collect.keys.key")} text={state.made} />
          <CopyText label={t("collect.keys.example")} text={curlExample(base, state.made)} rows={4} />
        </div>
      )}
      <form {...form} className="flex flex-wrap items-start gap-3">
        <div className="min-w-56 flex-1">
          <TextField
            name="name"
            label={t("collect.keys.name")}
            defaultValue={state.values.name}
            error={state.errors.name}
            maxLength={80}
          />
        </div>
        <Button type="submit" variant="secondary" disabled={isPending} className="mt-7">
          {t("collect.keys.create")}
        </Button>
      </form>
    </div>
  );
}
