import Link from "next/link";
import type { ComponentProps } from "react";
import { Card } from "#components/ui/card.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { KeyForm } from "./key-form.tsx";
import { KeyTable } from "./key-table.tsx";

/** The keys with which servers report, and the form that makes one. */
export function KeysCard(
  props: ComponentProps<typeof KeyTable> & { make: FormAction<"name">; base: string },
) {
  const { make, base, t, ...table } = props;
  const [before, after] = t("collect.keys.api", { link: "\u0000" }).split("\u0000");
  return (
    <Card title={t("collect.keys.title")} note={t("collect.keys.text")}>
      <div className="grid grid-cols-1 gap-5">
        <KeyTable {...table} t={t} />
        <KeyForm action={make} base={base} />
        <p className="text-sm text-slate-600 dark:text-slate-400">
          {before}
          <Link href="/api-reference" className="font-medium text-teal-800 underline dark:text-teal-300">
            {t("collect.keys.apiLink")}
          </Link>
          {after}
        </p>
      </div>
    </Card>
  );
}
