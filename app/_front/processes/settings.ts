import { resolve } from "node:path";
import { captureConsole, captureWarnings, createLog } from "#app/_front/log.ts";
import type { PagesAddress } from "#app/_front/pages/pages-handler.ts";
import { isStorageError } from "#db/storage-error.ts";
import { type AuthSecrets, joinSecrets } from "#lib/env/auth-secrets.ts";
import { EnvError } from "#lib/env/env-error.ts";
import { type Env, parseEnv } from "#lib/env/parse-env.ts";

/** What a process of the server is started with. */
export interface Settings {
  readonly env: Env;
  readonly dev: boolean;
}

/** The argument with which the server develops. */
export const DEV = "--dev";
/** Part of the time for stopping that the front has; the rest is for what the pages still have to do. */
export const FRONT_SHARE = 0.7;
const SOCKET = "INTISHAR_PAGES_SOCKET";
const PASS = "INTISHAR_PAGES_PASS";

/** Settings of this process. Exits with 1 and one line for each variable that is wrong. */
export function readSettings(dev: boolean): Settings {
  try {
    const env = parseEnv(process.env, { production: !dev });
    return { dev, env: { ...env, databasePath: resolve(env.databasePath) } };
  } catch (error) {
    if (error instanceof EnvError) refuseToStart(error.message);
    throw error;
  }
}

/** Puts into this process's environment what Next and the vault read from there, so that all sides agree. */
export function publishEnv(env: Env, { current, previous }: AuthSecrets): void {
  Object.assign(process.env, {
    DATABASE_PATH: env.databasePath,
    BASE_URL: env.baseUrl,
    NEXTAUTH_URL: env.baseUrl,
    NEXTAUTH_SECRET: current,
    AUTH_SECRET_PREVIOUS: joinSecrets(previous),
  });
}

/** How the supervisor tells both processes where the pages are. */
export function withPagesAddress({ socketPath, pass }: PagesAddress): NodeJS.ProcessEnv {
  return { ...process.env, [SOCKET]: socketPath, [PASS]: pass };
}

/** Where the pages are, as the supervisor told. */
export function pagesAddress(): PagesAddress {
  const { [SOCKET]: socketPath, [PASS]: pass } = process.env;
  if (socketPath === undefined || pass === undefined)
    refuseToStart("This is a part of the server; run npm start.");
  return { socketPath, pass };
}

/** Writes a failure to the log. */
export const log = createLog({ write: (line) => void process.stderr.write(line), now: Date.now });

/** Does the work of a process, whose output becomes entries of the log; exits with 1 and one clear line when it cannot start. */
export async function startOrRefuse({ env }: Settings, start: () => Promise<void>): Promise<void> {
  if (env.production) {
    captureConsole(console, log);
    captureWarnings(process, log);
  }
  try {
    await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const place = isStorageError(error) ? `DATABASE_PATH ${env.databasePath}: ` : "";
    refuseToStart(`Intishar could not start: ${place}${reason}`);
  }
}

export function refuseToStart(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
