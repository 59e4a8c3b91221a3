import { existsSync, statSync } from "node:fs";
import { copiesOf } from "./copy-before.ts";
import { UpgradeError } from "./upgrade-error.ts";

/** What a server leaves beside its database: the count of acknowledged events, and the key of sessions. */
const SIDE_FILES = [".mark", ".secret"] as const;

/**
 * Refuses to begin an empty database where there was one: a volume that is not mounted looks like a first start, and
 * every printed link would lead nowhere.
 * @throws {UpgradeError} naming what lies there, and how to begin anew all the same
 */
export function expectFirstStart(path: string): void {
  const traces = [
    ...SIDE_FILES.map((ending) => path + ending).filter(existsSync),
    ...logsWithout(path),
    ...copiesOf(path),
  ];
  if (traces.length === 0) return;
  throw new UpgradeError(
    `${path} is missing or empty, but there was a database before: ${traces.join(", ")} ` +
      `${traces.length === 1 ? "lies" : "lie"} beside it. Put it back (is its disk mounted?), or set ` +
      "INTISHAR_NEW_DATABASE=1 for one start to begin an empty one.",
  );
}

/** The log of a file that is gone. One whose file is there by now belongs to a program that starts at this moment. */
function logsWithout(path: string): string[] {
  const log = `${path}-wal`;
  return existsSync(log) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0 ? [log] : [];
}
