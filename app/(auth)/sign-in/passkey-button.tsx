"use client";

import { startAuthentication, WebAuthnError } from "@simplewebauthn/browser";
import { useState } from "react";
import { passkeyChallenge } from "#app/_server/passkey-challenge.ts";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { SignInFault } from "./sign-in-form.tsx";
import { refusal, type SignInResult, submitSignIn } from "./submit-sign-in.ts";

type State = "idle" | "pending" | "given-up" | SignInResult;

async function signInByPasskey(): Promise<SignInResult | "given-up"> {
  try {
    const optionsJSON = await passkeyChallenge("passkey-sign-in");
    const response = await startAuthentication({ optionsJSON });
    return await submitSignIn("passkey", { response: JSON.stringify(response) });
  } catch (error) {
    // The person closed the browser's own window, or it found no passkey.
    return error instanceof WebAuthnError || error instanceof DOMException ? "given-up" : refusal(error);
  }
}

/** Signs in by a passkey alone. @param props.next path on this site to go to once signed in */
export function PasskeyButton({ next, variant }: { next: string; variant: "primary" | "secondary" }) {
  const t = useTranslate();
  const isHydrated = useIsInBrowser();
  const [state, setState] = useState<State>("idle");
  const isBusy = state === "pending" || state === "ok";
  async function press(): Promise<void> {
    setState("pending");
    const result = await signInByPasskey();
    setState(result);
    if (result === "ok") window.location.assign(next);
  }
  const isFaulty = state === "wrong" || state === "given-up";
  const fault = isFaulty
    ? t(`auth.passkey.${state}`)
    : isBusy || state === "idle"
      ? null
      : t(`auth.signIn.${state}`);
  return (
    <div className="space-y-2">
      <Button variant={variant} disabled={isBusy || !isHydrated} onClick={press} className="w-full">
        {t(isBusy ? "auth.signIn.pending" : "auth.passkey.signIn")}
      </Button>
      <SignInFault id="passkey-fault" text={fault} />
    </div>
  );
}
