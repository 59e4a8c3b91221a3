import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import type { Notice } from "#lib/domain/notice.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** How a notice above a page looks. */
export const NOTICE_CLASS =
  "rounded-lg border border-amber-300 bg-amber-50 px-4 py-3 text-sm text-amber-950 dark:border-amber-400/30 dark:bg-amber-400/10 dark:text-amber-100";

/** Acknowledged events that are missing, said until an owner confirms that they know. */
interface Lost {
  readonly events: number;
  /** Unix milliseconds. */
  readonly noticedAt: number;
  readonly confirm: () => Promise<void>;
}

/** What is amiss with the installation, above every page of its owners until it is mended. */
export function OwnerNotices({
  notices,
  lost,
  home,
  t,
}: {
  notices: readonly Notice[];
  lost: Lost | null;
  home: string;
  t: Translate;
}) {
  if (notices.length === 0 && lost === null) return null;
  return (
    <ul className="mb-6 space-y-2 print:hidden">
      {lost === null ? null : (
        <li className={`flex flex-wrap items-center justify-between gap-3 ${NOTICE_CLASS}`}>
          <p className="min-w-0 flex-1 basis-80">
            <strong className="font-semibold">{t("notice.lost.title", { events: lost.events })}</strong>{" "}
            {t("notice.lost.text", { at: new Date(lost.noticedAt) })}
          </p>
          <form action={lost.confirm}>
            <Button type="submit" variant="secondary">
              {t("notice.lost.confirm")}
            </Button>
          </form>
        </li>
      )}
      {notices.map((notice) => (
        <li key={notice} className={NOTICE_CLASS}>
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
