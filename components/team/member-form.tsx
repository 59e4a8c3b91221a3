"use client";

import { useForm } from "#components/forms/use-form.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";
import { RoleFields } from "./role-fields.tsx";

/** What a member is, to be changed. */
export function MemberForm(props: {
  action: FormAction<MemberField>;
  values: Readonly<Record<MemberField, string>>;
  campaigns: readonly { readonly id: number; readonly name: string }[];
}) {
  const t = useTranslate();
  const { state, isPending, form } = useForm(props.action, props.values);
  return (
    <form {...form} className="grid gap-5">
      <RoleFields state={state} campaigns={props.campaigns} />
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={isPending}>
          {t("team.save")}
        </Button>
        <p role="status" className="text-sm text-slate-600 dark:text-slate-400">
          {state.made === undefined || isPending ? "" : t("team.saved")}
        </p>
      </div>
    </form>
  );
}
