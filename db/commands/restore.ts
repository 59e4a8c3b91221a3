import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeDurably } from "#db/backup/durable.ts";
import type { Manifest } from "#db/backup/manifest.ts";
import { restore } from "#db/backup/restore.ts";
import { readSecret, secretMark, secretPath } from "#db/backup/secret-mark.ts";

const HELP = `npm run restore -- FILE [options]
  FILE           a backup that npm run backup made
  --force        replaces a database that holds what the backup lacks, or that cannot be read
  --without-log  takes a database file that has no -wal beside it, as Litestream restores one

Stop the server first. The replaced file is kept beside the database. Everybody signs in anew.
DATABASE_PATH names the database; .data/intishar.db if unset.`;

/** Takes over the secret beside a backup where there is none yet, and says how it fits. */
function settleSecret(file: string, databasePath: string, manifest: Manifest | null): string {
  const beside = `${file}.secret`;
  if (readSecret(databasePath, process.env.AUTH_SECRET) === null && existsSync(beside))
    writeDurably(secretPath(databasePath), readFileSync(beside, "utf8"));
  const secret = readSecret(databasePath, process.env.AUTH_SECRET);
  const place = process.env.AUTH_SECRET ? "AUTH_SECRET" : secretPath(databasePath);
  if (secret === null)
    return `There is no ${place}: put the one of the backup there before the start, or a new one is made.`;
  const wanted = manifest?.secretMark ?? null;
  if (wanted !== null && secretMark(secret) !== wanted)
    return `${place} is not the secret that this backup was made with: what that one protects cannot be opened.`;
  return "";
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      force: { type: "boolean", default: false },
      "without-log": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new Error("which one backup? See --help");
  const file = resolve(given);
  const databasePath = resolve(process.env.DATABASE_PATH ?? ".data/intishar.db");
  const { contents, manifest, replaced, lost } = await restore({
    file,
    databasePath,
    force: values.force,
    withoutLog: values["without-log"],
    now: Date.now(),
  });
  const taken = manifest === null ? "without a manifest, checked by reading it" : `of ${manifest.takenAt}`;
  const lines = [
    `${databasePath} is now the backup ${taken}, with ${contents.acknowledged} acknowledged events`,
    replaced === null ? "" : `what was there before lies in ${replaced}`,
    lost.length === 0 ? "" : `not in the backup: ${lost.join(", ")}`,
    "Everybody signs in anew. What was changed since counts as unchanged: revoke again the keys and report links " +
      "that were revoked since, and set changed passwords again.",
    settleSecret(file, databasePath, manifest),
  ];
  process.stdout.write(`${lines.filter((line) => line !== "").join("\n")}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`restore: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
