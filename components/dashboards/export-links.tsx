"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { useQuerySuffix } from "#components/query/use-query-suffix.ts";

/** All of a campaign's tables in one file, and its events, for the question of the page. */
export function ExportLinks({ base }: { base: string }) {
  const t = useTranslate();
  const suffix = useQuerySuffix();
  const link = "underline underline-offset-4 hover:text-slate-900 dark:hover:text-slate-100";
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-2 text-sm text-slate-600 print:hidden dark:text-slate-400">
      <a href={`/api${base}/zip${suffix}`} download className={link}>
        {t("dashboard.all")}
      </a>
      <a href={`/api${base}/events${suffix}`} download className={link}>
        {t("dashboard.events")}
      </a>
      <a
        href={`/api${base}/events${suffix}${suffix === "" ? "?" : "&"}format=ndjson`}
        download
        className={link}
      >
        {t("dashboard.eventLines")}
      </a>
    </p>
  );
}
