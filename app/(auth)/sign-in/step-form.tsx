"use client";

import { type FormEvent, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { SignInFault } from "./sign-in-form.tsx";
import { type SignInResult, submitSignIn } from "./submit-sign-in.ts";

type State = "idle" | "pending" | SignInResult;

/** The second step: six digits of an app, or a recovery code. @param props.next path to go to once signed in */
export function StepForm({ step, next }: { step: "totp" | "passkey"; next: string }) {
  const t = useTranslate();
  const [state, setState] = useState<State>("idle");
  const isBusy = state === "pending" || state === "ok";
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setState("pending");
    const trust = form.get("trust") === null ? "off" : "on";
    const result = await submitSignIn("credentials", { code: String(form.get("code") ?? ""), trust });
    setState(result);
    if (result === "ok") window.location.assign(next);
  }
  const fault =
    state === "wrong" ? t("auth.step.wrong") : isBusy || state === "idle" ? null : t(`auth.signIn.${state}`);
  return (
    <form method="post" onSubmit={submit} className="space-y-5">
      <Field
        label={t(step === "totp" ? "auth.step.code" : "auth.step.recovery")}
        name="code"
        hint={t(step === "totp" ? "auth.step.codeHint" : "auth.step.recoveryHint")}
      >
        <input
          id="code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          dir="ltr"
          maxLength={40}
          aria-invalid={state === "wrong"}
          aria-describedby="code-hint step-fault"
          className={`${inputClass} tracking-widest`}
        />
      </Field>
      <label className="flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="trust"
          className="mt-0.5 rounded border-slate-300 dark:border-slate-600"
        />
        {t("auth.step.trust")}
      </label>
      <SignInFault id="step-fault" text={fault} />
      <Button type="submit" disabled={isBusy} className="w-full">
        {t(isBusy ? "auth.signIn.pending" : "auth.signIn.submit")}
      </Button>
    </form>
  );
}
