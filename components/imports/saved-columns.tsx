"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { StepAction } from "./import-step.ts";
import { StepButton } from "./step-button.tsx";

/** Offers what the columns meant of an earlier file with the same headings. */
export function SavedColumns(props: { isUsed: boolean; onUse: () => void; forget: StepAction }) {
  const t = useTranslate();
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md bg-slate-100 px-4 py-3 text-sm dark:bg-slate-800">
      <p className="grow">
        {t("columns.saved")} {props.isUsed ? t("columns.saved.used") : null}
      </p>
      {props.isUsed ? null : (
        <Button type="button" variant="secondary" onClick={props.onUse}>
          {t("columns.saved.use")}
        </Button>
      )}
      <StepButton action={props.forget} label={t("columns.saved.forget")} variant="quiet" />
    </div>
  );
}
