"use client";

import { useState } from "react";
import type { ListedProvider } from "#app/_server/vouching-providers.ts";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { SignInFault } from "./sign-in-form.tsx";
import { leadToProvider } from "./submit-sign-in.ts";

/** One button for each of those elsewhere who may vouch. @param props.next path to go to once signed in */
export function ProviderButtons({ providers, next }: { providers: readonly ListedProvider[]; next: string }) {
  const t = useTranslate();
  const isHydrated = useIsInBrowser();
  const [state, setState] = useState<"idle" | "pending" | "crowded" | "unreachable">("idle");
  async function press(id: string): Promise<void> {
    setState("pending");
    const result = await leadToProvider(id, next);
    if (result !== "leaving") setState(result);
  }
  return (
    <div className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          disabled={!isHydrated || state === "pending"}
          onClick={() => press(id)}
          className="w-full"
        >
          {t("auth.vouched.signIn", { name })}
        </Button>
      ))}
      <SignInFault
        id="provider-fault"
        text={state === "idle" || state === "pending" ? null : t(`auth.signIn.${state}`)}
      />
    </div>
  );
}
