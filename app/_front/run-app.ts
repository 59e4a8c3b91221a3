import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { answerHolder } from "#app/_answers/answer-holder.ts";
import { createAnswerService } from "#app/_answers/answer-service.ts";
import { COLLECTOR_CONNECTION, createCollector } from "#app/_front/collector/collector.ts";
import { type Failure, failureLine } from "#app/_front/failure-line.ts";
import { handleSignals } from "#app/_front/handle-signals.ts";
import { housekeeping } from "#app/_front/housekeeping.ts";
import { importRunner } from "#app/_front/import-runner.ts";
import { prepareNext } from "#app/_front/prepare-next.ts";
import { readAuthSecret } from "#app/_front/read-auth-secret.ts";
import { selfHost } from "#app/_front/self-host.ts";
import { site } from "#app/_front/site.ts";
import { startServer } from "#app/_front/start-server.ts";
import { stopping } from "#app/_front/stopping.ts";
import { buildTracker } from "#app/_tracker/build-tracker.ts";
import { findLiveReport } from "#db/auth-store/find-live-report.ts";
import { issueSetUpToken } from "#db/auth-store/issue-set-up-token.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { probe } from "#db/probe.ts";
import { isStorageError } from "#db/storage-error.ts";
import { whenFree } from "#db/when-free.ts";
import { EnvError } from "#lib/env/env-error.ts";
import { type Env, parseEnv } from "#lib/env/parse-env.ts";

const BUILD_MARK = ".next/BUILD_ID";

function refuseToStart(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readEnv(production: boolean): Env {
  try {
    const env = parseEnv(process.env, { production });
    return { ...env, databasePath: resolve(env.databasePath) };
  } catch (error) {
    if (error instanceof EnvError) refuseToStart(error.message);
    throw error;
  }
}

// Next's side of the process reads its settings from here, so that both sides agree.
function publishEnv(env: Env, authSecret: string): void {
  Object.assign(process.env, {
    DATABASE_PATH: env.databasePath,
    BASE_URL: env.baseUrl,
    NEXTAUTH_URL: env.baseUrl,
    NEXTAUTH_SECRET: authSecret,
  });
}

function announce(env: Env, setUpToken: string | null): void {
  process.stdout.write(`Intishar is ready on ${env.baseUrl}\n`);
  if (setUpToken === null) return;
  process.stdout.write(
    `Create the first account (this link works once): ${env.baseUrl}/set-up/${setUpToken}\n`,
  );
}

function log(failure: Failure): void {
  process.stderr.write(failureLine(failure, new Date()));
}

async function start(env: Env): Promise<void> {
  mkdirSync(dirname(env.databasePath), { recursive: true });
  migrate(env.databasePath);
  publishEnv(env, readAuthSecret(env));
  const db = openDatabase(env.databasePath, { busyMs: 0 });
  const looking = openDatabase(env.databasePath);
  const answers = createAnswerService(looking, env);
  answerHolder.service = answers;
  const collector = createCollector({
    db: openDatabase(env.databasePath, COLLECTOR_CONNECTION),
    ...{ metricsToken: env.metricsToken, log },
    site: site(env.baseUrl, selfHost(env.host, env.port)),
    script: await buildTracker(),
  });
  const next = await prepareNext({ ...env, dev: !env.production });
  const server = await startServer({
    ...env,
    handler: next.handler,
    findReportLook: (token) => findLiveReport(db, token, Date.now()),
    collector,
    ...(env.production ? {} : { upgrade: next.upgrade }),
    limits: { importBytes: env.importMaxBytes },
    jobs: [
      importRunner({ db: openDatabase(env.databasePath), log }),
      housekeeping({
        ...{ databasePath: env.databasePath, log },
        onReport: ({ damage }) => (damage.length > 0 ? collector.condemn() : collector.noteSoundness()),
      }),
    ],
    readinessChecks: [
      { name: "database", check: () => probe(db) },
      { name: "collector", check: collector.checkWriting },
    ],
    onStop: [
      collector.stop,
      next.close,
      answers.stop,
      () => void looking.$client.close(),
      () => void db.$client.close(),
    ],
  });
  const stop = () => {
    stopping.abort();
    return server.stop();
  };
  handleSignals(stop, log);
  announce(env, await whenFree(() => issueSetUpToken(db)));
}

/** Runs the whole app until a signal stops it; exits with 1 and one clear line when it cannot start. */
export async function runApp({ dev }: { dev: boolean }): Promise<void> {
  const env = readEnv(!dev);
  if (env.production && !existsSync(BUILD_MARK))
    refuseToStart("There is no build yet: run npm run build first.");
  try {
    await start(env);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const place = isStorageError(error) ? `DATABASE_PATH ${env.databasePath}: ` : "";
    refuseToStart(`Intishar could not start: ${place}${reason}`);
  }
}
