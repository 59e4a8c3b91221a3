"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";
import { RoleFields } from "./role-fields.tsx";

/** Invites somebody by a link, which is shown this once. */
export function InviteForm(props: {
  action: FormAction<MemberField>;
  campaigns: readonly { readonly id: number; readonly name: string }[];
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, { email: "", role: "viewer", campaigns: "" });
  const { made } = state;
  return (
    <div className="grid gap-5">
      <form {...form} className="grid gap-5">
        <TextField
          name="email"
          type="email"
          dir="ltr"
          autoComplete="off"
          label={t("team.invite.email")}
          hint={t("team.invite.emailHint")}
          defaultValue={state.values.email}
          error={state.errors.email}
        />
        <RoleFields key={made} state={state} campaigns={props.campaigns} />
        <Button type="submit" disabled={isPending} className="justify-self-start">
          {t(isPending ? "team.invite.pending" : "team.invite.submit")}
        </Button>
      </form>
      {made === undefined || made === "" ? null : (
        <div role="status" className="grid gap-2">
          <CopyText label={t("team.invite.link")} text={made} />
          <p className="text-sm text-slate-600 dark:text-slate-400">{t("team.invite.linkText")}</p>
        </div>
      )}
    </div>
  );
}
