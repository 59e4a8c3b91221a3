"use client";

import Link from "next/link";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { CopyText } from "#components/ui/copy-text.tsx";

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
