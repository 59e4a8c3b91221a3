"use client";

import { useId, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "./button.tsx";
import { inputClass } from "./input-class.ts";

/** A text to be taken elsewhere, with a button that copies it; several lines when `rows` is given. */
export function CopyText({ label, text, rows }: { label: string; text: string; rows?: number }) {
  const t = useTranslate();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  const field = { id, readOnly: true, dir: "ltr", value: text } as const;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className={`flex items-start gap-2 ${rows === undefined ? "" : "max-sm:flex-col"}`}>
        {rows === undefined ? (
          <input {...field} onFocus={(event) => event.currentTarget.select()} className={inputClass} />
        ) : (
          <textarea
            {...field}
            rows={rows}
            className={`${inputClass} text-start font-mono !text-xs leading-relaxed`}
          />
        )}
        <Button variant="secondary" onClick={copy} className="shrink-0">
          {t(isCopied ? "common.copied" : "common.copy")}
        </Button>
      </div>
    </div>
  );
}
