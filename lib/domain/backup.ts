import { z } from "zod";

const MILLISECONDS = 60 * 60 * 1000;

/** Why there is no backup. */
const BACKUP_FAULTS = ["damaged", "disk-full", "not-writable", "stopped", "failed"] as const;
export type BackupFault = (typeof BACKUP_FAULTS)[number];

/** Hours from one backup to the next; 0: only when somebody asks for one. */
export const BACKUP_HOURS = ["0", "1", "6", "12", "24", "168"] as const;
export const BACKUPS_KEPT = ["3", "7", "14", "30", "90"] as const;
/** Hours after which the newest backup counts as too old; 0: never. */
export const BACKUP_ALARM_HOURS = ["0", "3", "12", "36", "72", "192"] as const;

/** How the installation is to be backed up, as a form sends it. */
export const BackupPlanInput = z.object({
  everyHours: z.enum(BACKUP_HOURS).transform(Number),
  keep: z.enum(BACKUPS_KEPT).transform(Number),
  alarmHours: z.enum(BACKUP_ALARM_HOURS).transform(Number),
});
export type BackupPlanInput = z.output<typeof BackupPlanInput>;

/** What is asked for, and how the last one went. Times are UTC milliseconds. */
export interface BackupPlan extends BackupPlanInput {
  readonly setAt: number;
  /** Null: none is asked for. */
  readonly requestedAt: number | null;
  /** Null: none is under way. */
  readonly startedAt: number | null;
  /** Null: the last one went well, or there was none. */
  readonly failedAt: number | null;
  readonly fault: BackupFault | null;
}

/** Whether the newest good backup is older than asked; before there is one, the plan's own age counts. */
export function isBackupOverdue(plan: BackupPlan, newest: number | null, now: number): boolean {
  return plan.alarmHours > 0 && now - (newest ?? plan.setAt) > plan.alarmHours * MILLISECONDS;
}

/** Fields of the form. */
export type BackupField = keyof BackupPlanInput;
