"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { StepAction } from "./import-step.ts";
import { StepButton } from "./step-button.tsx";

/** Undoes an import after one more question. */
export function UndoButton(props: { action: StepAction; label: string; fileName: string; count: number }) {
  const t = useTranslate();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  // The question appears where the button was: the keyboard follows it, to the answer that harms nothing.
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking)
    return (
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {props.label}
      </Button>
    );
  return (
    <fieldset className="min-w-56 rounded-md border border-rose-300 p-3 text-start dark:border-rose-800">
      <legend className="px-1 text-sm font-semibold">{t("imports.undo.confirm")}</legend>
      <p className="mb-3 text-xs text-slate-600 dark:text-slate-400" dir="auto">
        {t("imports.undo.confirmText", { count: props.count, name: props.fileName })}
      </p>
      <div className="flex flex-wrap gap-2">
        <StepButton action={props.action} label={t("imports.undo.yes")} variant="danger" />
        <Button ref={keep} variant="quiet" onClick={() => setAsking(false)}>
          {t("imports.undo.no")}
        </Button>
      </div>
    </fieldset>
  );
}
