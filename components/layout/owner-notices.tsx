import Link from "next/link";
import type { Notice } from "#lib/domain/notice.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What is amiss with the installation, above every page of its owners until it is mended. */
export function OwnerNotices({
  notices,
  home,
  t,
}: {
  notices: readonly Notice[];
  home: string;
  t: Translate;
}) {
  if (notices.length === 0) return null;
  return (
    <ul className="mb-6 space-y-2 print:hidden">
      {notices.map((notice) => (
        <li
          key={notice}
          className="rounded-lg border border-amber-300 bg-amber-50 px-4 py-3 text-sm text-amber-950 dark:border-amber-400/30 dark:bg-amber-400/10 dark:text-amber-100"
        >
          <strong className="font-semibold">{t(`notice.${notice}.title`)}</strong>{" "}
          {t(`notice.${notice}.text`)}
          {notice === "backup-overdue" ? (
            <>
              {" "}
              <Link href={`${home}/settings/backups`} className="font-medium underline underline-offset-4">
                {t("notice.backup-overdue.link")}
              </Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
