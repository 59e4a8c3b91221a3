import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { BackupSchedule } from "#app/_front/backup-schedule.ts";
import { COLLECTOR_CONNECTION, createCollector } from "#app/_front/collector/collector.ts";
import { defaultLimits } from "#app/_front/default-limits.ts";
import { forecaster } from "#app/_front/forecaster.ts";
import { housekeeping } from "#app/_front/housekeeping.ts";
import { pagesHandler } from "#app/_front/pages/pages-handler.ts";
import { readAuthSecrets } from "#app/_front/read-auth-secret.ts";
import { sealAtStart } from "#app/_front/seal-at-start.ts";
import { selfHost } from "#app/_front/self-host.ts";
import type { Meanwhile } from "#app/_front/serve-meanwhile.ts";
import { settler } from "#app/_front/settler.ts";
import { site } from "#app/_front/site.ts";
import { startServer } from "#app/_front/start-server.ts";
import { startWhenRoom } from "#app/_front/start-when-room.ts";
import { upgradeWhileServing } from "#app/_front/upgrade-while-serving.ts";
import { buildTracker } from "#app/_tracker/build-tracker.ts";
import { findLiveReport } from "#db/auth-store/find-live-report.ts";
import { backupFolder } from "#db/backup/backup-folder.ts";
import { programVersion } from "#db/backup/program-version.ts";
import { diskWarning } from "#db/file-sizes.ts";
import { closeDatabase, openDatabase } from "#db/open-database.ts";
import { createProbe } from "#db/probe.ts";
import { currentVault } from "#db/vault/current-vault.ts";
import type { AuthSecrets } from "#lib/env/auth-secrets.ts";
import type { PagesState } from "./messages.ts";
import { obey } from "./obey.ts";
import { DEV, FRONT_SHARE, log, pagesAddress, publishEnv, readSettings, startOrRefuse } from "./settings.ts";

// The process that everybody reaches: it takes events in and sends people on, and hands the rest to the pages.
const settings = readSettings(process.argv.includes(DEV));
const { env, dev } = settings;

let stop = async (): Promise<boolean> => true;
let pages: PagesState | null = null;
const { ready } = obey({
  stop: () => stop(),
  onOrder: (order) => {
    if (order.kind === "pages") pages = order.state;
  },
  log,
});

await startOrRefuse(settings, async () => {
  const script = await buildTracker(new URL(env.baseUrl).origin);
  const { upgrading, secrets } = await startWhenRoom(env, () => prepareDatabase(script), { script, log });
  const db = openDatabase(env.databasePath, { busyMs: 0 });
  const collector = createCollector({
    db: openDatabase(env.databasePath, { ...COLLECTOR_CONNECTION, vault: currentVault() }),
    metricsToken: env.metricsToken,
    log,
    site: site(env.baseUrl, selfHost(env.host, env.port)),
    script,
    pages: () => pages,
  });
  const backups = new BackupSchedule({
    db: openDatabase(env.databasePath),
    folder: backupFolder(env.databasePath, env.backupPath ?? undefined),
    version: programVersion(),
    secret: secrets.current,
    log,
    onState: collector.noteBackup,
  });
  const { handler, upgrade } = pagesHandler(pagesAddress(), { lingerMs: defaultLimits.lingerMs });
  upgrading.stop();
  const server = await startServer({
    ...env,
    handler,
    ...(dev ? { upgrade } : {}),
    findReportLook: (token) => findLiveReport(db, token, Date.now()),
    collector,
    log,
    shutdownSeconds: env.shutdownSeconds * FRONT_SHARE,
    limits: { importBytes: env.importMaxBytes },
    notices: () => [...collector.notices(), ...backups.notices()],
    jobs: [
      backups,
      settler({ db: openDatabase(env.databasePath), log }),
      forecaster({ db: openDatabase(env.databasePath), log }),
      housekeeping({
        databasePath: env.databasePath,
        log,
        onReport: ({ damage }) => (damage.length > 0 ? collector.condemn() : collector.noteSoundness()),
      }),
    ],
    readinessChecks: [
      { name: "database", check: createProbe(db).check },
      { name: "disk", check: () => diskWarning(env.databasePath) },
      { name: "collector", check: collector.checkWriting },
      { name: "events", check: collector.checkLoss },
      { name: "pages", check: () => pagesWord(pages) },
    ],
    onStop: [collector.stop, () => closeDatabase(db)],
  });
  stop = server.stop;
  ready();
});

/** Brings the database to its schema, and its secrets under the key of this server. */
async function prepareDatabase(
  script: Parameters<typeof upgradeWhileServing>[1],
): Promise<{ upgrading: Meanwhile; secrets: AuthSecrets }> {
  mkdirSync(dirname(env.databasePath), { recursive: true, mode: 0o700 });
  stop = async () => {
    process.stderr.write(
      "Stopped while upgrading the database; the next start takes it up from the beginning.\n",
    );
    return false;
  };
  const upgrading = await upgradeWhileServing(env, script).finally(() => {
    stop = async () => true;
  });
  try {
    const secrets = readAuthSecrets(env);
    publishEnv(env, secrets);
    sealAtStart(openDatabase(env.databasePath), secrets, {
      say: (line) => void process.stdout.write(`${line}\n`),
      log,
    });
    return { upgrading, secrets };
  } catch (error) {
    upgrading.stop();
    throw error;
  }
}

/** Once the pages have been there, events and redirects are worth having without them. */
function pagesWord(state: PagesState | null): string | undefined {
  if (state?.isUp === true) return undefined;
  if (state === null || state.deaths === 0) throw new Error("the pages have not started yet");
  return "starting again";
}
