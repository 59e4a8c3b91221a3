import { setTimeout as wait } from "node:timers/promises";
import type { NotYetOptions } from "#app/_front/answer-not-yet.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { serveMeanwhile } from "#app/_front/serve-meanwhile.ts";
import { hasRoom, lacksRoom } from "#db/room.ts";
import { type LandingReader, openLandingReader } from "#db/upgrade/landing-reader.ts";
import type { Env } from "#lib/env/parse-env.ts";

const LOOK_MS = 1000;
/** Looks that are left out while there is room, but less than the start has said to need. */
const LOOKS_APART = 10;

/**
 * Does what a start needs the database for. Where its disk has no room for that, the port answers that the server is
 * not ready, and it is done again as soon as there is.
 * @param begin leaves nothing behind when it throws
 * @throws what `begin` throws for other reasons
 */
export async function startWhenRoom<T>(
  env: Pick<Env, "databasePath" | "baseUrl" | "host" | "port">,
  begin: () => T | Promise<T>,
  {
    script,
    log,
    lookMs = LOOK_MS,
  }: {
    readonly script: NotYetOptions["script"];
    readonly log: (failure: Failure) => void;
    readonly lookMs?: number;
  },
): Promise<T> {
  for (let isTold = false; ; isTold = true) {
    try {
      return await begin();
    } catch (error) {
      if (!lacksRoom(error, env.databasePath)) throw error;
      if (!isTold) log({ event: "disk-full", error: new Error(wordsOf(env.databasePath, error)) });
    }
    const meanwhile = await serveMeanwhile(env, {
      ...{ script, landings: landingsOf(env.databasePath) },
      state: () => ({ kind: "no-room" }),
    });
    try {
      if (hasRoom(env.databasePath)) await wait(LOOKS_APART * lookMs);
      while (!hasRoom(env.databasePath)) await wait(lookMs);
    } finally {
      meanwhile.stop();
    }
  }
}

/** Where links lead can often be read from a disk that takes no more. */
function landingsOf(path: string): LandingReader | null {
  try {
    return openLandingReader(path);
  } catch {
    return null;
  }
}

function wordsOf(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    `the disk of ${path} has no room for the start (${reason}): events and pages are answered 503 until it has, then ` +
    "the start goes on by itself"
  );
}
