"use client";

import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { type FormEvent, useState } from "react";
import { passkeyChallenge } from "#app/_server/passkey-challenge.ts";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import { keepPasskey } from "./_actions/keep-passkey.ts";
import { newPasskeyChallenge } from "./_actions/new-passkey-challenge.ts";
import { proveByPasskey } from "./_actions/prove-by-passkey.ts";
import { SecurityFault } from "./security-form.tsx";
import type { SecurityState } from "./security-state.ts";
import { useShowCodes } from "./shown-codes.tsx";

/** Runs what needs an authenticator, one at a time, and keeps what was wrong. */
function useAuthenticator() {
  const [fault, setFault] = useState<MessageKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const show = useShowCodes();
  const isHydrated = useIsInBrowser();
  const run = async (work: () => Promise<SecurityState>): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    try {
      const { fault: wrong, codes } = await work();
      if (codes !== undefined) show(codes);
      setFault(wrong ?? null);
      return wrong === undefined;
    } catch (error) {
      // The person closed the browser's own window, or the authenticator has a passkey of theirs already.
      if (!(error instanceof WebAuthnError || error instanceof DOMException)) throw error;
      const isKnown =
        error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
      setFault(isKnown ? "security.fault.taken" : "auth.passkey.given-up");
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { fault, isDisabled: isBusy || !isHydrated, run };
}

/** Has the browser make a passkey, under a name. */
export function AddPasskeyForm() {
  const t = useTranslate();
  const { fault, isDisabled, run } = useAuthenticator();
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const isKept = await run(async () => {
      const optionsJSON = await newPasskeyChallenge();
      fields.set("response", JSON.stringify(await startRegistration({ optionsJSON })));
      return keepPasskey(fields);
    });
    if (isKept) form.reset();
  }
  return (
    <form method="post" onSubmit={submit} className="mt-4 flex flex-col items-start gap-3">
      <Field label={t("security.passkeys.name")} name="passkey-name" hint={t("security.passkeys.nameHint")}>
        <input
          id="passkey-name"
          name="name"
          maxLength={60}
          autoComplete="off"
          dir="auto"
          aria-describedby="passkey-name-hint"
          className={inputClass}
        />
      </Field>
      <Button type="submit" variant="secondary" disabled={isDisabled}>
        {t("security.passkeys.add")}
      </Button>
      <SecurityFault text={fault === null ? null : t(fault)} />
    </form>
  );
}

/** Proves by a passkey that it is whoever is signed in. */
export function ProveByPasskey() {
  const t = useTranslate();
  const { fault, isDisabled, run } = useAuthenticator();
  const press = () =>
    run(async () => {
      const optionsJSON = await passkeyChallenge("passkey-prove");
      const fields = new FormData();
      fields.set("response", JSON.stringify(await startAuthentication({ optionsJSON })));
      return proveByPasskey(fields);
    });
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <Button variant="secondary" disabled={isDisabled} onClick={press}>
        {t("security.prove.passkey")}
      </Button>
      <SecurityFault text={fault === null ? null : t(fault)} />
    </div>
  );
}
