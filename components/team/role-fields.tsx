"use client";

import { useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { ROLES } from "#lib/access/permission.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";

/** The role of a member, and which campaigns a client sees. */
export function RoleFields(props: {
  state: FormState<MemberField>;
  campaigns: readonly { readonly id: number; readonly name: string }[];
}) {
  const { state, campaigns } = props;
  const t = useTranslate();
  const [role, setRole] = useState(state.values.role);
  const chosen = new Set(state.values.campaigns.split(","));
  return (
    <>
      <Field label={t("team.role")} name="role" error={state.errors.role} hint={t("team.role.hint")}>
        <select
          id="role"
          name="role"
          value={role}
          onChange={({ target }) => setRole(target.value)}
          aria-describedby={state.errors.role === undefined ? "role-hint" : "role-error"}
          aria-invalid={state.errors.role !== undefined}
          className={inputClass}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`team.role.${one}.long`)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset
        hidden={role !== "client"}
        aria-describedby={state.errors.campaigns === undefined ? undefined : "campaigns-error"}
      >
        <legend className="mb-1.5 text-sm font-medium">{t("team.campaigns")}</legend>
        <div className="grid max-h-60 gap-1 overflow-y-auto sm:grid-cols-2">
          {campaigns.map(({ id, name }) => (
            <label key={id} className="flex items-center gap-2 py-1 text-sm">
              <input type="checkbox" name="campaigns" value={id} defaultChecked={chosen.has(String(id))} />
              <bdi>{name}</bdi>
            </label>
          ))}
        </div>
        {state.errors.campaigns !== undefined ? (
          <p
            id="campaigns-error"
            role="alert"
            className="mt-1.5 text-xs font-medium text-rose-700 dark:text-rose-400"
          >
            {state.errors.campaigns}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}
