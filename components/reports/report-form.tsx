"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { ReportFormState } from "#lib/access/report-form.ts";
import { MadeLink } from "./made-link.tsx";
import { ReportFields } from "./report-fields.tsx";

/** The form of a report link; once made, the link stands in the form's place. */
export function ReportForm(props: {
  action: (before: ReportFormState, form: FormData) => Promise<ReportFormState>;
  values: ReportFormState["values"];
  listHref: string;
  /** Whether the link is new, or has a password that the form keeps, or has none. */
  password: "new" | "kept" | "none";
}) {
  const { listHref, password } = props;
  const t = useTranslate();
  const [state, action, isPending] = useActionState(props.action, { values: props.values, errors: {} });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  if (state.link !== undefined)
    return (
      <MadeLink link={state.link} isEmbedded={state.values.embedOrigins.trim() !== ""} listHref={listHref} />
    );
  const submit = password === "new" ? "reports.form.create" : "reports.form.save";
  return (
    <form ref={form} action={action} noValidate className="grid gap-5">
      <ReportFields {...state} hasPassword={password === "kept"} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={isPending}>
          {t(isPending ? "reports.form.pending" : submit)}
        </Button>
        <Link href={listHref} className={buttonClass("secondary")}>
          {t("common.cancel")}
        </Link>
      </div>
    </form>
  );
}
