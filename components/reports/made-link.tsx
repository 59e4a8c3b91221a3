"use client";

import Link from "next/link";
import { useId, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { inputClass } from "#components/ui/input-class.ts";

/** A link just made, to be copied now or never. */
export function MadeLink(props: { link: string; isEmbedded: boolean; listHref: string }) {
  const { link, isEmbedded, listHref } = props;
  const t = useTranslate();
  return (
    <div className="grid gap-5">
      <div role="status">
        <p className="font-semibold">{t("reports.made.title")}</p>
        <p className="mt-1 text-sm text-slate-600 dark:text-slate-400">{t("reports.made.text")}</p>
      </div>
      <CopyText label={t("reports.made.link")} text={link} />
      {isEmbedded ? (
        <CopyText
          label={t("reports.made.embed")}
          text={`<iframe src="${link}" width="100%" height="900"></iframe>`}
        />
      ) : null}
      <div>
        <Link href={listHref} className={buttonClass("secondary")}>
          {t("reports.made.done")}
        </Link>
      </div>
    </div>
  );
}

function CopyText({ label, text }: { label: string; text: string }) {
  const t = useTranslate();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className={inputClass}
        />
        <Button variant="secondary" onClick={copy}>
          {t(isCopied ? "reports.made.copied" : "reports.made.copy")}
        </Button>
      </div>
    </div>
  );
}
