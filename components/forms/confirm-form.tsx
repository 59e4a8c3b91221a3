"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";

/** A button that does something only after one more question; what the action answers is why it did not. */
export function ConfirmForm(props: {
  action: (before: string | null) => Promise<string | null>;
  label: string;
  /** What is asked, and what the answer would do. */
  question: string;
  text: string;
  yes: string;
}) {
  const { label, question, text, yes } = props;
  const t = useTranslate();
  const [fault, act, isPending] = useActionState(props.action, null);
  const [asking, setAsking] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  // The question appears where the button was: the keyboard follows it, to the answer that harms nothing.
  useEffect(() => {
    if (asking) no.current?.focus();
  }, [asking]);
  if (!asking)
    return (
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <form action={act}>
      <fieldset className="rounded-md border border-rose-300 p-3 text-start dark:border-rose-800">
        <legend className="px-1 text-sm font-semibold">{question}</legend>
        <p className="mb-3 text-sm text-slate-600 dark:text-slate-400">{text}</p>
        <p role="alert" className="mb-3 text-sm font-medium text-rose-700 empty:hidden dark:text-rose-400">
          {fault}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="danger" disabled={isPending}>
            {yes}
          </Button>
          <Button ref={no} variant="quiet" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
