"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { PasswordInput } from "../../password-input.tsx";

export type JoinField = "name" | "email" | "password";

/** Makes an account and joins with it. It also works before or without the page's scripts. */
export function JoinForm(props: {
  action: FormAction<JoinField>;
  /** Whether the invitation is for one address alone. */
  isNamed: boolean;
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, { name: "", email: "", password: "" });
  const { values, errors } = state;
  return (
    <form {...form} className="grid grid-cols-1 gap-5">
      <TextField
        name="name"
        label={t("team.join.name")}
        hint={t("team.join.nameHint")}
        autoComplete="name"
        maxLength={80}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        name="email"
        type="email"
        dir="ltr"
        label={t("auth.email")}
        hint={t(props.isNamed ? "team.join.emailNamed" : "auth.setUp.emailHint")}
        autoComplete="username"
        defaultValue={values.email}
        error={errors.email}
      />
      <Field
        label={t("auth.password")}
        name="password"
        hint={t("auth.setUp.passwordHint")}
        error={errors.password}
      >
        <PasswordInput
          id="password"
          name="password"
          required
          aria-invalid={errors.password !== undefined}
          aria-describedby={`password-${errors.password === undefined ? "hint" : "error"}`}
          autoComplete="new-password"
        />
      </Field>
      <Button type="submit" disabled={isPending} className="w-full">
        {t(isPending ? "auth.setUp.pending" : "team.join.create")}
      </Button>
    </form>
  );
}
