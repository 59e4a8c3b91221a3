"use client";

import { useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";

/** Copies a text that stands beside it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslate();
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      variant="quiet"
      aria-label={label}
      className="!px-2 !py-1 !text-xs"
      onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}
    >
      {t(isCopied ? "common.copied" : "common.copy")}
    </Button>
  );
}
