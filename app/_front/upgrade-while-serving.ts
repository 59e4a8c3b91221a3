import type { NotYetOptions } from "#app/_front/answer-not-yet.ts";
import { type Meanwhile, serveMeanwhile } from "#app/_front/serve-meanwhile.ts";
import { upgrade } from "#app/_front/upgrade.ts";
import { backupFolder } from "#db/backup/backup-folder.ts";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { openLandingReader } from "#db/upgrade/landing-reader.ts";
import { printUpgrade } from "#db/upgrade/print-upgrade.ts";
import type { Env } from "#lib/env/parse-env.ts";

/**
 * Makes the database ready. When an older file must be upgraded, the port answers meanwhile, and goes on with it until
 * `stop`; progress is printed.
 * @throws in words for the operator; an older file is then as it was
 */
export async function upgradeWhileServing(
  env: Pick<Env, "databasePath" | "newDatabase" | "backupPath" | "baseUrl" | "host" | "port">,
  script: NotYetOptions["script"],
): Promise<Meanwhile> {
  const { databasePath, newDatabase: isNewAllowed } = env;
  const allowed = { isNewAllowed, backups: backupFolder(databasePath, env.backupPath ?? undefined) };
  const { isNew, pending } = pendingMigrations(databasePath, allowed);
  if (isNew) migrate(databasePath, allowed);
  if (isNew || pending.length === 0) return { stop() {} };
  let done = 0;
  const print = printUpgrade(process.stdout);
  const waiting = await serveMeanwhile(env, {
    script,
    landings: openLandingReader(databasePath),
    state: () => ({ kind: "upgrading", done }),
  });
  try {
    print(0);
    await upgrade(databasePath, {
      onProgress: (part) => {
        done = part;
        print(part);
      },
    });
  } catch (error) {
    waiting.stop();
    throw error;
  }
  return waiting;
}
