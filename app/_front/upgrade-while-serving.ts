import { createServer } from "node:http";
import { answerClientError } from "#app/_front/answer-client-error.ts";
import { answerUpgrading, type UpgradingOptions } from "#app/_front/answer-upgrading.ts";
import { defaultLimits } from "#app/_front/default-limits.ts";
import { selfHost } from "#app/_front/self-host.ts";
import { site } from "#app/_front/site.ts";
import { LARGEST_HEADERS } from "#app/_front/start-server.ts";
import { upgrade } from "#app/_front/upgrade.ts";
import { backupFolder } from "#db/backup/backup-folder.ts";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { openLandingReader } from "#db/upgrade/landing-reader.ts";
import { printUpgrade } from "#db/upgrade/print-upgrade.ts";
import type { Env } from "#lib/env/parse-env.ts";

const DRAIN_MS = 1000;

/** A port that answers for a server which is not there yet. */
export interface Upgrading {
  /** Lets go of the port at once, so that the server can take it; answers under way end, or are cut after a second. */
  stop(): void;
}

/**
 * Makes the database ready. When an older file must be upgraded, the port answers meanwhile, and goes on with it until
 * `stop`; progress is printed.
 * @throws in words for the operator; an older file is then as it was
 */
export async function upgradeWhileServing(
  env: Pick<Env, "databasePath" | "newDatabase" | "backupPath" | "baseUrl" | "host" | "port">,
  script: UpgradingOptions["script"],
): Promise<Upgrading> {
  const { databasePath, newDatabase: isNewAllowed } = env;
  const allowed = { isNewAllowed, backups: backupFolder(databasePath, env.backupPath ?? undefined) };
  const { isNew, pending } = pendingMigrations(databasePath, allowed);
  if (isNew) migrate(databasePath, allowed);
  if (isNew || pending.length === 0) return { stop() {} };
  let done = 0;
  const print = printUpgrade(process.stdout);
  const waiting = await listen(env, script, () => done);
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

async function listen(
  { databasePath, baseUrl, host, port }: Pick<Env, "databasePath" | "baseUrl" | "host" | "port">,
  script: UpgradingOptions["script"],
  done: () => number,
): Promise<Upgrading> {
  let isStopping = false;
  const own = site(baseUrl, selfHost(host, port));
  const landings = openLandingReader(databasePath);
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false });
  server.headersTimeout = defaultLimits.headersMs;
  server.requestTimeout = defaultLimits.bodyMs;
  server.on("request", answerUpgrading({ site: own, script, landings, done, isStopping: () => isStopping }));
  server.on("clientError", (error, socket) =>
    answerClientError(error, socket, { site: own, dev: false, answers: new WeakMap() }),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    landings.close();
    throw error;
  }
  return {
    stop() {
      isStopping = true;
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close(() => {
        clearTimeout(late);
        landings.close();
      });
      server.closeIdleConnections();
    },
  };
}
