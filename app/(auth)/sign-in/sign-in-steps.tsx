"use client";

import { useEffect, useRef, useState } from "react";
import type { ListedProvider } from "#app/_server/vouching-providers.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { StepForm } from "./step-form.tsx";

type Step = "password" | "totp" | "passkey";

/**
 * Signing in, in one step or two.
 * @param props.first where it begins: later when the password was right already, or somebody else vouched
 * @param props.isVouchedOnly whether passwords are not asked for
 */
export function SignInSteps(props: {
  next: string;
  first?: Step;
  providers: readonly ListedProvider[];
  isVouchedOnly: boolean;
}) {
  const { next, first = "password", providers, isVouchedOnly } = props;
  const t = useTranslate();
  const [step, setStep] = useState<Step>(first);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed is gone: whoever does not see the page is told what took its place.
    if (step !== "password") heading.current?.focus();
  }, [step]);
  if (step === "password")
    return (
      <Card className="flex flex-col gap-2">
        {isVouchedOnly ? null : (
          <>
            <SignInForm next={next} onStep={setStep} />
            <Or text={t("auth.or")} />
          </>
        )}
        {providers.length > 0 ? <ProviderButtons providers={providers} next={next} /> : null}
        <PasskeyButton next={next} variant="secondary" />
      </Card>
    );
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
        {t("auth.step.title")}
      </h2>
      <p className="mb-5 mt-1 text-sm text-slate-600 dark:text-slate-400">{t(`auth.step.${step}`)}</p>
      {step === "passkey" ? (
        <>
          <PasskeyButton next={next} variant="primary" />
          <Or text={t("auth.or")} />
        </>
      ) : null}
      <StepForm step={step} next={next} />
      {step === "totp" ? (
        <>
          <Or text={t("auth.or")} />
          <PasskeyButton next={next} variant="secondary" />
        </>
      ) : null}
      <Button variant="quiet" className="mt-3 w-full" onClick={() => setStep("password")}>
        {t("auth.step.back")}
      </Button>
    </Card>
  );
}

function Or({ text }: { text: string }) {
  return (
    <p className="my-4 flex items-center gap-3 text-xs text-slate-600 before:h-px before:flex-1 before:bg-slate-200 after:h-px after:flex-1 after:bg-slate-200 dark:text-slate-400 dark:before:bg-slate-800 dark:after:bg-slate-800">
      {text}
    </p>
  );
}
