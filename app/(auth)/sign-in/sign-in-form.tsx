"use client";

import { type FormEvent, useState } from "react";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { PasswordInput } from "../password-input.tsx";
import { begin } from "./begin.ts";
import { refusal, type SignInResult, submitSignIn } from "./submit-sign-in.ts";

type State = "idle" | "pending" | SignInResult;

/** @param props.next path on this site to go to once signed in */
export function SignInForm({ next, onStep }: { next: string; onStep: (step: "totp" | "passkey") => void }) {
  const t = useTranslate();
  // A form that needs scripts must not be sent before they run.
  const isHydrated = useIsInBrowser();
  const [state, setState] = useState<State>("idle");
  const isBusy = state === "pending" || state === "ok";
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setState("pending");
    const typed = { email: String(form.get("email") ?? ""), password: String(form.get("password") ?? "") };
    const step = await begin(typed).then(({ next: left }) => left, refusal);
    if (step === "totp" || step === "passkey") return onStep(step);
    const result = step === "done" ? await submitSignIn("credentials", { code: "" }) : step;
    setState(result);
    // A whole page load: nothing that the browser cached as a stranger may be shown to the one signed in.
    if (result === "ok") window.location.assign(next);
  }
  const described = { "aria-invalid": state === "wrong", "aria-describedby": "sign-in-fault" };
  return (
    <form method="post" onSubmit={submit} className="space-y-5">
      <Field label={t("auth.email")} name="email">
        <input
          {...described}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          dir="ltr"
          className={inputClass}
        />
      </Field>
      <Field label={t("auth.password")} name="password">
        <PasswordInput
          {...described}
          id="password"
          name="password"
          autoComplete="current-password"
          required
        />
      </Field>
      <SignInFault id="sign-in-fault" text={isBusy || state === "idle" ? null : t(`auth.signIn.${state}`)} />
      <Button type="submit" disabled={isBusy || !isHydrated} className="w-full">
        {t(isBusy ? "auth.signIn.pending" : "auth.signIn.submit")}
      </Button>
    </form>
  );
}

/** Why a sign-in did not go on; it is there before it says anything, so that it is read out. */
export function SignInFault({ id, text }: { id: string; text: string | null }) {
  return (
    <p id={id} role="alert" className="text-sm font-medium text-rose-700 empty:hidden dark:text-rose-400">
      {text}
    </p>
  );
}
