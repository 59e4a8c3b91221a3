import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { BackupPlanForm } from "#components/settings/backup-plan-form.tsx";
import { BackupStatus } from "#components/settings/backup-status.tsx";
import { BackupTable } from "#components/settings/backup-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { backupFolder } from "#db/backup/backup-folder.ts";
import { listBackups } from "#db/backup/list-backups.ts";
import { readOwnersPlan } from "#db/backup/plan.ts";
import { backUpNow } from "./back-up-now.ts";
import { saveBackupPlan } from "./save-backup-plan.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("backups.title") };
}

export default async function BackupsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const scope = await currentScope((await params).workspace, "workspace.manage");
  const shown = { locale: await requestLocale(), zone: scope.zone, t: await requestTranslate() };
  const { t } = shown;
  const folder = backupFolder(process.env.DATABASE_PATH ?? ".data/intishar.db", process.env.BACKUP_PATH);
  const backups = listBackups(folder);
  const plan = readOwnersPlan(scope);
  const { everyHours, keep, alarmHours } = plan;
  const values = { everyHours: String(everyHours), keep: String(keep), alarmHours: String(alarmHours) };
  return (
    <>
      <PageHeader title={t("backups.title")} text={t("backups.text")} />
      <div className="grid grid-cols-1 gap-6">
        <BackupStatus
          {...{ ...shown, plan }}
          newest={backups[0]?.takenAt ?? null}
          now={Date.now()}
          backUpNow={backUpNow.bind(null, scope.workspaceSlug)}
        />
        <Card title={t("backups.plan")}>
          <BackupPlanForm action={saveBackupPlan.bind(null, scope.workspaceSlug)} values={values} />
        </Card>
        <Card
          title={t("backups.list")}
          note={
            <>
              {t("backups.folder")} <bdi dir="ltr">{folder}</bdi>
            </>
          }
        >
          {backups.length > 0 ? (
            <BackupTable {...shown} backups={backups} />
          ) : (
            <p>{t("backups.list.none")}</p>
          )}
        </Card>
        <p className="max-w-3xl text-sm text-slate-600 dark:text-slate-400">{t("backups.secret")}</p>
      </div>
    </>
  );
}
