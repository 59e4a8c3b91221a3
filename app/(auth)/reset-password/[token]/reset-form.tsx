"use client";

import { useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { PasswordInput } from "../../password-input.tsx";
import type { ResetState } from "./reset-state.ts";

/** The form of a new password. It also works before or without the page's scripts. */
export function ResetForm(props: {
  email: string;
  action: (before: ResetState, form: FormData) => Promise<ResetState>;
}) {
  const t = useTranslate();
  const [{ fault }, submit, isPending] = useActionState(props.action, { fault: null });
  return (
    <form action={submit} className="grid grid-cols-1 gap-5">
      <Field label={t("auth.email")} name="email">
        {/* Read-only rather than text, so that a browser keeps the password with the right account. */}
        <input
          id="email"
          type="email"
          autoComplete="username"
          readOnly
          dir="ltr"
          value={props.email}
          className={inputClass}
        />
      </Field>
      <Field
        label={t("auth.reset.password")}
        name="password"
        hint={t("auth.setUp.passwordHint")}
        error={fault === null ? undefined : t(fault)}
      >
        <PasswordInput
          id="password"
          name="password"
          required
          aria-invalid={fault !== null}
          aria-describedby={`password-${fault === null ? "hint" : "error"}`}
          autoComplete="new-password"
        />
      </Field>
      <Button type="submit" disabled={isPending} className="w-full">
        {t(isPending ? "auth.reset.pending" : "auth.reset.submit")}
      </Button>
    </form>
  );
}
