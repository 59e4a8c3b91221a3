"use client";

import { useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";

/** Joins with the account that is signed in. */
export function JoinSignedIn(props: {
  action: (before: string | null) => Promise<string | null>;
  email: string;
}) {
  const t = useTranslate();
  const [fault, act, isPending] = useActionState(props.action, null);
  return (
    <form action={act} className="grid gap-4">
      <p className="text-sm">{t("team.join.asAccount", { email: props.email })}</p>
      <p role="alert" className="text-sm font-medium text-rose-700 empty:hidden dark:text-rose-400">
        {fault}
      </p>
      <Button type="submit" disabled={isPending} className="w-full">
        {t("team.join.submit")}
      </Button>
    </form>
  );
}
