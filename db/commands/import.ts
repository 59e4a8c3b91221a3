import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type CheckOptions, checkFile } from "#db/import/check-file.ts";
import { describeFault } from "#db/import/describe-fault.ts";
import { describeForms } from "#db/import/describe-forms.ts";
import { findCampaignByName } from "#db/import/find-campaign-by-name.ts";
import { findOnlyWorkspace } from "#db/import/find-only-workspace.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { inspectMapped } from "#db/import/inspect-mapped.ts";
import { type ImportArguments, parseImportArguments } from "#db/import/parse-import-arguments.ts";
import { printProgress } from "#db/import/print-progress.ts";
import { choiceHelp } from "#db/import/read-choices.ts";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { type ImportOutcome, runImport } from "#db/import/run-import.ts";
import { shapeHelp } from "#db/import/shape-options.ts";
import { surveyColumns } from "#db/import/survey-columns.ts";
import { tellOfConflicts, tellOfCure, tellOfReading } from "#db/import/tell-of-reading.ts";
import { warnOfOrphans } from "#db/import/warn-of-orphans.ts";
import { writeErrorsFile } from "#db/import/write-errors-file.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { listQuarantine } from "#db/queries/imports/list-quarantine.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { openOperatorScope } from "#db/scope.ts";
import { printUpgrade } from "#db/upgrade/print-upgrade.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntakeCounts } from "#lib/domain/import.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { PLAIN_FORMS } from "#lib/sources/reading.ts";

const HELP = `npm run import -- FILE --campaign NAME [options]
  --workspace SLUG   workspace of the campaign; may be left out if there is only one
  --create           make the campaign if there is none of this name
  --map FIELD=COLUMN column that fills a field, by its name or as #3; may be repeated
  --zone ZONE        zone of times that state none, such as Africa/Khartoum; else the workspace's
${choiceHelp(21)}
${shapeHelp(21)}
  --policy POLICY    keep-good (the default): faulty rows are set aside; or all-or-nothing
  --dry-run          tell what an import would do, store nothing
  --errors FILE.csv  write the faulty rows there
  --undo ID          take an import back

DATABASE_PATH names the database; .data/intishar.db if unset.`;

type OperatorScope = Scope<Permission>;

async function main(): Promise<void> {
  const args = parseImportArguments(process.argv.slice(2));
  if (args.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  if (args.undo === undefined && args.file === undefined) throw new Error("which file? See --help");
  const path = process.env.DATABASE_PATH ?? ".data/intishar.db";
  migrate(path, { onProgress: printUpgrade(process.stderr) });
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    const scope = openOperatorScope(db, args.workspace ?? findOnlyWorkspace(db));
    if (args.undo !== undefined) await undo(scope, args.undo);
    else if (args.file !== undefined) await takeIn(scope, args, args.file);
  } finally {
    db.$client.close();
  }
}

async function undo(scope: OperatorScope, importId: number): Promise<void> {
  beginRetraction(scope, importId, { status: "undone" });
  await retractImport(scope, importId, { now: Date.now });
  process.stdout.write(`import ${importId} was taken back\n`);
}

async function takeIn(scope: OperatorScope, args: ImportArguments, file: string): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`${file}: no such file`);
  if (args.campaign === undefined) throw new Error("--campaign is needed: into which campaign?");
  const { format, mapping, notes, choices: known } = await inspectMapped(file, args);
  for (const note of notes) process.stderr.write(`${file}: ${note}\n`);
  const campaignId = findCampaignByName(scope, args.campaign, args.create ? Date.now() : null);
  const zone = args.zone ?? scope.zone;
  const fileBytes = statSync(file).size;
  const startedAt = performance.now();
  const onProgress = printProgress(fileBytes);
  const { policy } = args;
  const choices = { ...known, ...args.choices };
  const forms = (await surveyColumns({ path: file, format, mapping, choices })) ?? PLAIN_FORMS;
  for (const line of describeForms(file, forms)) process.stderr.write(`${line}\n`);
  if (args.dryRun) {
    const read = { path: file, format, mapping, zone, forms, choices };
    return await tellWhatWouldBe(scope, { campaignId, ...read, now: Date.now(), onProgress });
  }
  const stored = {
    campaignId,
    fileName: basename(file),
    fileBytes,
    storedPath: null,
    format,
    mapping,
    zone,
    reading: { choices, forms },
    policy,
  };
  const importId = createImport(scope, { ...stored, now: Date.now() });
  const options = {
    path: file,
    now: Date.now,
    onProgress,
    shouldStop: stopOnInterrupt(policy === "keep-good"),
    batchSize: LARGE_BATCH,
  };
  const outcome = await runImport(scope, importId, options).catch((error: unknown) => {
    // No runner takes this file up again: what is in stays counted, and --undo takes it back.
    updateImport(scope, {
      importId,
      status: "failed",
      fault: { reason: "interrupted" },
      finishedAt: Date.now(),
    });
    if (error instanceof Interruption) return readImport(scope, { importId });
    throw error;
  });
  const interrupted = outcome.status === "cancelled" || outcome.fault?.reason === "interrupted";
  const end = interrupted ? "interrupted" : outcome.status;
  process.stdout.write(`${summary(`import ${importId} ${end}`, outcome, startedAt)}\n`);
  reportFaultyRows(scope, importId, file, args.errors);
  tellOfConflicts(file, outcome.conflicts);
  const written = { path: file, format, mapping, context: { zone, currency: null, now: Date.now(), forms } };
  if (warnOfOrphans(scope, { campaignId }) && choices.parents === undefined)
    await tellOfCure(scope, { campaignId, importId }, written);
  if (interrupted) return tellHowToGoOn(importId, outcome);
  if (outcome.fault !== null) throw new FileFaultError(outcome.fault);
}

async function tellWhatWouldBe(scope: OperatorScope, options: CheckOptions): Promise<void> {
  const startedAt = performance.now();
  const { fault, counts, ...report } = await checkFile(scope, options);
  process.stdout.write(`${summary("dry run", counts, startedAt)}\n${JSON.stringify(report, null, 2)}\n`);
  tellOfReading(options.path, report);
  if (fault !== undefined) throw new FileFaultError(fault);
}

function tellHowToGoOn(importId: number, { status, accepted }: ImportOutcome): void {
  process.exitCode = 130;
  process.stderr.write(
    status === "cancelled" || accepted === 0
      ? "nothing was kept; the same command begins again\n"
      : "the rows so far are in: the same command brings the rest and counts none twice, " +
          `--undo ${importId} takes them back\n`,
  );
}

function reportFaultyRows(scope: OperatorScope, importId: number, file: string, errors?: string): void {
  for (const row of listQuarantine(scope, { importId, limit: 5 }))
    process.stderr.write(`${describeFault(file, row)}\n`);
  if (errors === undefined) return;
  process.stderr.write(`${errors}: ${writeErrorsFile(scope, importId, errors)} faulty rows\n`);
}

/** Ctrl-C: the batch at hand is stored, then the import ends. A second one ends the process at once. */
class Interruption extends Error {}

/** @param keeps whether an interrupted import leaves in what it brought; else it is taken back */
function stopOnInterrupt(keeps: boolean): () => boolean {
  let stopped = false;
  process.once("SIGINT", () => {
    stopped = true;
    process.stderr.write("\nstopping after the rows at hand\n");
  });
  return () => {
    if (stopped && keeps) throw new Interruption();
    return stopped;
  };
}

function summary(what: string, counts: IntakeCounts, startedAt: number): string {
  const { received, accepted, duplicate, quarantined, refused } = counts;
  const perSecond = Math.round((received * 1000) / Math.max(1, performance.now() - startedAt));
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return (
    `${what}: received ${received}, accepted ${accepted}, duplicate ${duplicate}, quarantined ${quarantined}, ` +
    `refused ${refused}; ${perSecond} rows/s; peak memory ${mebibytes} MiB`
  );
}

function describeError(error: unknown): string {
  if (error instanceof FileFaultError)
    return describeFault(parseImportArguments(process.argv.slice(2)).file ?? "file", error.fault);
  if (error instanceof NotFoundError && error.noun === "campaign")
    return "campaign not found: write its name as in the app, or add --create";
  return error instanceof Error ? error.message : String(error);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
