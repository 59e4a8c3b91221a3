"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

/** Hands a workspace over, once one's own password is given. */
export function TransferForm({ action }: { action: FormAction<"password"> }) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(action, { password: "" });
  return (
    <form {...form} className="grid gap-5">
      <TextField
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        label={t("team.transfer.password")}
        error={state.errors.password}
      />
      <Button type="submit" variant="danger" disabled={isPending} className="justify-self-start">
        {t("team.transfer.submit")}
      </Button>
    </form>
  );
}
