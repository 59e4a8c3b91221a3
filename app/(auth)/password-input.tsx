"use client";

import { type ComponentProps, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";

/** A password field with a button that shows what was typed. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type" | "className">) {
  const t = useTranslate();
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <input {...props} type={isShown ? "text" : "password"} dir="ltr" className={`${inputClass} pe-16`} />
      <Button
        variant="quiet"
        className="absolute inset-y-0 end-0 !px-3 text-xs"
        aria-controls={props.id}
        aria-label={t(isShown ? "auth.hidePassword" : "auth.showPassword")}
        onClick={() => setShown(!isShown)}
      >
        <svg aria-hidden="true" viewBox="0 0 20 20" className="h-5 w-5 fill-none stroke-current stroke-[1.5]">
          <path d="M2 10c2-3.5 4.8-5 8-5s6 1.5 8 5c-2 3.5-4.8 5-8 5s-6-1.5-8-5Z" />
          <circle cx="10" cy="10" r="2.25" />
          {isShown ? <path d="M3.5 16.5l13-13" /> : null}
        </svg>
      </Button>
    </div>
  );
}
