import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BackupSchedule } from "#app/_front/backup-schedule.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { backUp } from "#db/backup/back-up.ts";
import { listBackups } from "#db/backup/list-backups.ts";
import { readBackupPlan, requestBackup, setBackupPlan } from "#db/backup/plan.ts";
import { openDatabase } from "#db/open-database.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { type BackupPlan, isBackupOverdue } from "#lib/domain/backup.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";

const WAIT = { timeout: 20_000 };
const PLAN = { everyHours: 0, keep: 3, alarmHours: 0 };

/** An installation whose schedule has yet to start; `folder` holds its backups. */
function plant() {
  const { db, owner } = plantTenants();
  const base = mkdtempSync(join(tmpdir(), "intishar-schedule-"));
  const folder = join(base, "backups");
  const failures: Failure[] = [];
  const states: { takenAt: number; isOverdue: boolean }[] = [];
  const own = () => openDatabase(db.$client.name);
  const options = { folder, version: "test", secret: null, pollMs: 20 };
  const log = (failure: Failure) => void failures.push(failure);
  const schedule = new BackupSchedule({
    ...options,
    db: own(),
    log,
    onState: (state) => void states.push(state),
  });
  onTestFinished(async () => {
    await schedule.stop();
    rmSync(base, { recursive: true });
  });
  const take = (now: number) =>
    backUp({ databasePath: db.$client.name, folder, now, version: "test", secret: null });
  const plan = () => readBackupPlan(db);
  return { db, owner, folder, failures, states, schedule, take, plan };
}

describe("the schedule", () => {
  it("takes one when the plan says so, keeps as many as it says, and tells when it was", async () => {
    const { owner, folder, failures, states, schedule, take, plan } = plant();
    for (let hours = 8; hours > 4; hours -= 1) await take(Date.now() - hours * HOUR);
    setBackupPlan(owner, { ...PLAN, everyHours: 6 }, Date.now());
    schedule.start();
    const newest = () => listBackups(folder)[0]?.takenAt ?? 0;
    expect(Date.now() - newest()).toBeGreaterThan(4 * HOUR);
    await expect.poll(() => states.length, WAIT).toBeGreaterThan(3);
    // Five hours are no six.
    expect(plan().startedAt).toBeNull();
    expect(listBackups(folder)).toHaveLength(4);
    setBackupPlan(owner, { ...PLAN, everyHours: 1 }, Date.now());
    await expect.poll(() => Date.now() - newest(), WAIT).toBeLessThan(MINUTE);
    await expect.poll(() => plan().startedAt, WAIT).toBeNull();
    expect(listBackups(folder)).toHaveLength(3);
    await expect.poll(() => states.at(-1), WAIT).toEqual({ takenAt: newest(), isOverdue: false });
    expect(plan()).toMatchObject({ failedAt: null, fault: null });
    expect(failures).toEqual([]);
  });

  it("takes one when it is asked to, and none otherwise", async () => {
    const { owner, folder, states, schedule, plan } = plant();
    schedule.start();
    await expect.poll(() => states.length, WAIT).toBeGreaterThan(3);
    expect(listBackups(folder)).toEqual([]);
    requestBackup(owner, Date.now());
    await expect.poll(() => listBackups(folder).length, WAIT).toBe(1);
    await expect.poll(() => plan().startedAt, WAIT).toBeNull();
    expect(plan().requestedAt).toBeNull();
    const seen = states.length;
    await expect.poll(() => states.length, WAIT).toBeGreaterThan(seen + 3);
    expect(listBackups(folder)).toHaveLength(1);
  });

  it("says why one failed, in the log and to owners, and takes the next when it is asked again", async () => {
    const { owner, folder, failures, schedule, plan } = plant();
    writeFileSync(folder, "a file where the folder should be");
    setBackupPlan(owner, { ...PLAN, everyHours: 1 }, Date.now());
    schedule.start();
    await expect.poll(plan, WAIT).toMatchObject({ fault: "not-writable", startedAt: null });
    expect(failures.map(({ event }) => event)).toEqual(["backup-failed"]);
    expect(String(failures[0]?.error)).toContain(folder);
    rmSync(folder);
    requestBackup(owner, Date.now());
    await expect.poll(() => listBackups(folder).length, WAIT).toBe(1);
    await expect.poll(plan, WAIT).toMatchObject({ fault: null, failedAt: null, startedAt: null });
    expect(failures).toHaveLength(1);
  });

  it("tells owners once the newest is older than asked, until there is a newer one", async () => {
    const { owner, failures, schedule, states, take } = plant();
    await take(Date.now() - 13 * HOUR);
    setBackupPlan(owner, { ...PLAN, alarmHours: 12 }, Date.now());
    schedule.start();
    await expect.poll(schedule.notices, WAIT).toEqual(["backup-overdue"]);
    expect(states.at(-1)?.isOverdue).toBe(true);
    requestBackup(owner, Date.now());
    await expect.poll(schedule.notices, WAIT).toEqual([]);
    expect(failures.map(({ event }) => event)).toEqual(["backup-overdue"]);
  });

  it("knows that what was under way when the server ended is not any more", async () => {
    const { db, schedule, plan } = plant();
    db.$client.exec("INSERT INTO backup_plan (id, set_at, started_at) VALUES (1, 0, 1)");
    schedule.start();
    await expect.poll(plan, WAIT).toMatchObject({ startedAt: null, fault: "stopped" });
  });
});

it("a plan without a backup is overdue by its own age", () => {
  const plan: BackupPlan = {
    ...{ ...PLAN, alarmHours: 12, setAt: 1000 },
    ...{ requestedAt: null, startedAt: null, failedAt: null, fault: null },
  };
  const at = (hours: number) => 1000 + hours * HOUR;
  expect(isBackupOverdue(plan, null, at(12))).toBe(false);
  expect(isBackupOverdue(plan, null, at(13))).toBe(true);
  expect(isBackupOverdue(plan, at(2), at(13))).toBe(false);
  expect(isBackupOverdue({ ...plan, alarmHours: 0 }, null, at(999))).toBe(false);
});
