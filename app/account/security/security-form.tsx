"use client";

import { type ReactNode, useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ButtonVariant } from "#components/ui/button-class.ts";
import type { SecurityAction, SecurityState } from "./security-state.ts";
import { useShowCodes } from "./shown-codes.tsx";

/** A change of how a person signs in: its fields, a button, and what is wrong. */
export function SecurityForm(props: {
  action: SecurityAction;
  submit: string;
  variant?: ButtonVariant;
  /** What the button is called by where several say the same. */
  name?: string;
  /** What stands before the button; its fields. */
  children?: ReactNode;
}) {
  const { action, submit, variant = "secondary", name, children } = props;
  const t = useTranslate();
  const show = useShowCodes();
  const [state, send, isPending] = useActionState(
    async (_before: SecurityState, form: FormData): Promise<SecurityState> => {
      const after = await action(form);
      if (after.codes !== undefined) show(after.codes);
      return after;
    },
    {},
  );
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      {children}
      <Button
        type="submit"
        variant={variant}
        disabled={isPending}
        {...(name === undefined ? {} : { "aria-label": name })}
      >
        {submit}
      </Button>
      <SecurityFault text={state.fault === undefined ? null : t(state.fault)} />
    </form>
  );
}

/** Why nothing was changed; it is there before it says anything, so that it is read out. */
export function SecurityFault({ text }: { text: string | null }) {
  return (
    <p role="alert" className="text-sm font-medium text-rose-700 empty:hidden dark:text-rose-400">
      {text}
    </p>
  );
}
