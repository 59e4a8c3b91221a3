"use client";

import { useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ButtonVariant } from "#components/ui/button-class.ts";
import type { StepAction } from "./import-step.ts";

/** A button that moves an import on; says so when that was no longer possible. */
export function StepButton(props: { action: StepAction; label: string; variant?: ButtonVariant }) {
  const t = useTranslate();
  const [error, run, pending] = useActionState(props.action, null);
  return (
    <form action={run}>
      <Button type="submit" variant={props.variant ?? "primary"} disabled={pending}>
        {props.label}
      </Button>
      {error !== null ? (
        <p role="alert" className="mt-1.5 text-xs font-medium text-rose-700 dark:text-rose-400">
          {t(error)}
        </p>
      ) : null}
    </form>
  );
}
