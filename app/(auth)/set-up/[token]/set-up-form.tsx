"use client";

import { useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { PasswordInput } from "../../password-input.tsx";
import type { SetUpState } from "./set-up-state.ts";
import { ZoneSelect } from "./zone-select.tsx";

const EMPTY: SetUpState = { values: { email: "", workspaceName: "", zone: null }, faults: {} };

/** The form of the first account. It also works before or without the page's scripts. */
export function SetUpForm(props: {
  action: (previous: SetUpState, form: FormData) => Promise<SetUpState>;
  zones: readonly string[];
}) {
  const t = useTranslate();
  const [{ values, faults }, submit, isPending] = useActionState(props.action, EMPTY);
  const faultOf = (name: keyof SetUpState["faults"]) => {
    const key = faults[name];
    return key === undefined ? undefined : t(key);
  };
  const described = (name: keyof SetUpState["faults"]) => ({
    id: name,
    name,
    required: true,
    "aria-invalid": faults[name] !== undefined,
    "aria-describedby": `${name}-${faults[name] === undefined ? "hint" : "error"}`,
  });
  return (
    <form action={submit} className="grid grid-cols-1 gap-5">
      <Field label={t("auth.email")} name="email" hint={t("auth.setUp.emailHint")} error={faultOf("email")}>
        <input
          {...described("email")}
          type="email"
          autoComplete="username"
          dir="ltr"
          defaultValue={values.email}
          className={inputClass}
        />
      </Field>
      <Field
        label={t("auth.password")}
        name="password"
        hint={t("auth.setUp.passwordHint")}
        error={faultOf("password")}
      >
        <PasswordInput {...described("password")} autoComplete="new-password" />
      </Field>
      <Field
        label={t("auth.setUp.workspaceName")}
        name="workspaceName"
        hint={t("auth.setUp.workspaceHint")}
        error={faultOf("workspaceName")}
      >
        <input
          {...described("workspaceName")}
          maxLength={80}
          autoComplete="organization"
          dir="auto"
          defaultValue={values.workspaceName}
          className={inputClass}
        />
      </Field>
      <Field label={t("auth.setUp.zone")} name="zone" hint={t("auth.setUp.zoneHint")} error={faultOf("zone")}>
        <ZoneSelect {...described("zone")} zones={props.zones} chosen={values.zone} />
      </Field>
      <Button type="submit" disabled={isPending} className="w-full">
        {t(isPending ? "auth.setUp.pending" : "auth.setUp.submit")}
      </Button>
    </form>
  );
}
