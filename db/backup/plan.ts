import { eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { backupPlan } from "#db/schema/backup-plan.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { BackupFault, BackupPlan, BackupPlanInput } from "#lib/domain/backup.ts";

const NONE: BackupPlan = {
  ...{ everyHours: 0, keep: 14, alarmHours: 0, setAt: 0 },
  ...{ requestedAt: null, startedAt: null, failedAt: null, fault: null },
};

/** How the installation is backed up; never, before an owner has said so. */
export function readBackupPlan(db: IntisharDatabase): BackupPlan {
  const row = db.select().from(backupPlan).where(eq(backupPlan.id, 1)).get();
  if (row === undefined) return NONE;
  const { id: _id, ...plan } = row;
  return plan;
}

function write(db: IntisharDatabase, values: Partial<BackupPlan>): void {
  db.insert(backupPlan)
    .values({ id: 1, setAt: 0, ...values })
    .onConflictDoUpdate({ target: backupPlan.id, set: values })
    .run();
}

/** The plan, for an owner to look at: it is of the whole installation, whatever the workspace. */
export function readOwnersPlan(scope: Scope<"workspace.manage">): BackupPlan {
  return readBackupPlan(databaseOf(scope));
}

/** Sets when backups are taken. @param now UTC milliseconds */
export function setBackupPlan(scope: Scope<"workspace.manage">, input: BackupPlanInput, now: number): void {
  write(databaseOf(scope), { ...input, setAt: now });
}

/** Asks for a backup now; the server begins it within seconds. */
export function requestBackup(scope: Scope<"workspace.manage">, now: number): void {
  write(databaseOf(scope), { requestedAt: now });
}

/** Notes that one is under way: whoever asked for it need not wait for another. */
export function noteBackupStart(db: IntisharDatabase, now: number): void {
  write(db, { requestedAt: null, startedAt: now });
}

/** Notes how one ended; `fault` is null when it went well. */
export function noteBackupEnd(db: IntisharDatabase, fault: BackupFault | null, now: number): void {
  write(db, { startedAt: null, failedAt: fault === null ? null : now, fault });
}
