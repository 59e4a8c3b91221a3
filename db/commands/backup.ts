import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "#db/backup/back-up.ts";
import { backupFolder } from "#db/backup/backup-folder.ts";
import { pruneBackups } from "#db/backup/list-backups.ts";
import { programVersion } from "#db/backup/program-version.ts";
import { readSecret, secretPath } from "#db/backup/secret-mark.ts";

const HELP = `npm run backup [-- options]
  --to FOLDER    where it goes; BACKUP_PATH, or else backups/ beside the database
  --keep N       deletes all but the newest N backups there, once this one is verified
  --with-secret  lays the secret beside the backup, so that the folder alone is enough to go on elsewhere

Works while the server runs. DATABASE_PATH names the database; .data/intishar.db if unset.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      keep: { type: "string" },
      "with-secret": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.keep !== undefined && !/^[1-9]\d{0,5}$/.test(values.keep))
    throw new Error(`--keep is ${JSON.stringify(values.keep)}; expected a whole number from 1`);
  return values;
}

/** Where the key is that the backup does not hold. */
function secretAdvice(databasePath: string, secret: string | null, isBeside: boolean): string {
  if (secret === null) return "There is no secret yet: the server makes one on its first start.";
  if (isBeside) return "The secret lies beside it: whoever holds both holds all.";
  const place = process.env.AUTH_SECRET ? "AUTH_SECRET" : secretPath(databasePath);
  return `The secret is not in it: keep a copy of ${place} in another place, or what it protects is lost with it.`;
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const databasePath = resolve(process.env.DATABASE_PATH ?? ".data/intishar.db");
  const folder =
    args.to === undefined ? backupFolder(databasePath, process.env.BACKUP_PATH) : resolve(args.to);
  const secret = readSecret(databasePath, process.env.AUTH_SECRET);
  const now = Date.now();
  let isStopped = false;
  process.once("SIGINT", () => {
    isStopped = true;
  });
  const { file, manifest } = await backUp({
    databasePath,
    folder,
    now,
    secret,
    version: programVersion(),
    withSecret: args["with-secret"],
    shouldStop: () => isStopped,
  });
  const gone = args.keep === undefined ? [] : pruneBackups(folder, Number(args.keep), now);
  process.stdout.write(
    `${file}: ${manifest.bytes} bytes, verified, ${manifest.acknowledged} acknowledged events\n` +
      gone.map((name) => `deleted ${name}\n`).join("") +
      `${secretAdvice(databasePath, secret, args["with-secret"])}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`backup: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
