"use client";

import { useActionState } from "react";
import { TextField } from "#components/forms/text-field.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

/** Asks for a report's password; says nothing of what is behind it. */
export function ReportLock(props: {
  action: (before: "wrong" | null, form: FormData) => Promise<"wrong" | null>;
}) {
  const t = useTranslate();
  const [state, action, isPending] = useActionState(props.action, null);
  return (
    <div className="mx-auto max-w-md pt-10">
      <PageHeader title={t("reports.lock.title")} text={t("reports.lock.text")} />
      <Card>
        <form action={action} className="grid gap-5">
          <TextField
            label={t("auth.password")}
            name="password"
            type="password"
            autoComplete="off"
            required
            dir="ltr"
            error={state === "wrong" ? t("reports.lock.wrong") : undefined}
          />
          <Button type="submit" disabled={isPending}>
            {t("reports.lock.submit")}
          </Button>
        </form>
      </Card>
    </div>
  );
}
