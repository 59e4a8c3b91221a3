"use client";

import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

/** Makes another workspace. */
export function NewWorkspaceForm(props: { action: FormAction<"name" | "zone">; zones: readonly string[] }) {
  const { action, zones } = props;
  const t = useTranslate();
  const { state, isPending, form } = useForm(action, { name: "", zone: zones.includes("UTC") ? "UTC" : "" });
  return (
    <form {...form} className="grid gap-5">
      <TextField
        name="name"
        label={t("auth.setUp.workspaceName")}
        hint={t("auth.setUp.workspaceHint")}
        maxLength={80}
        defaultValue={state.values.name}
        error={state.errors.name}
      />
      <SelectField
        name="zone"
        label={t("auth.setUp.zone")}
        hint={t("auth.setUp.zoneHint")}
        defaultValue={state.values.zone}
        error={state.errors.zone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <Button type="submit" disabled={isPending} className="justify-self-start">
        {t("team.workspaces.create")}
      </Button>
    </form>
  );
}
