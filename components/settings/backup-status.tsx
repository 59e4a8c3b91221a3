import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { type BackupPlan, isBackupOverdue } from "#lib/domain/backup.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { RefreshWhile } from "./refresh-while.tsx";

interface Props {
  plan: BackupPlan;
  /** When the newest good one was taken, in UTC milliseconds; null: there is none. */
  newest: number | null;
  now: number;
  backUpNow: () => Promise<void>;
  locale: Locale;
  zone: string;
  t: Translate;
}

/** How the installation stands: the newest good backup, one under way, and why the last one failed. */
export function BackupStatus({ plan, newest, now, backUpNow, locale, zone, t }: Props) {
  const at = (time: number) => formatDateTime(time, locale, zone);
  const isBusy = plan.startedAt !== null || plan.requestedAt !== null;
  const isOverdue = isBackupOverdue(plan, newest, now);
  const dot = isBusy
    ? "animate-pulse bg-amber-500"
    : newest === null || isOverdue
      ? "bg-rose-600"
      : "bg-teal-600";
  const button = (
    <form action={backUpNow}>
      <Button type="submit" disabled={isBusy}>
        {t("backups.now")}
      </Button>
    </form>
  );
  return (
    <Card title={t("backups.status")} actions={button}>
      <RefreshWhile isActive={isBusy} />
      <div role="status" className="flex items-start gap-3 text-sm">
        <span aria-hidden="true" className={`mt-1.5 size-2.5 shrink-0 rounded-full ${dot}`} />
        <div className="min-w-0 space-y-1">
          <p className="font-medium">
            {newest === null ? t("backups.none") : t("backups.newest", { time: at(newest) })}
          </p>
          {isOverdue ? <p>{t("backups.overdue")}</p> : null}
          {isBusy ? <p>{t("backups.running")}</p> : null}
          {!isBusy && plan.failedAt !== null ? (
            <p className="font-medium text-rose-700 dark:text-rose-400">
              {t("backups.failed", { time: at(plan.failedAt) })}{" "}
              {t(`backups.fault.${plan.fault ?? "failed"}`)}
            </p>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
