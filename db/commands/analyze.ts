import { parseAnalyzeArguments } from "#db/analyze/parse-analyze-arguments.ts";
import { readAsOf } from "#db/analyze/read-as-of.ts";
import { readLog } from "#db/analyze/read-log.ts";
import { withInputFile } from "#db/analyze/with-input-file.ts";
import { describeFault } from "#db/import/describe-fault.ts";
import { describeForms } from "#db/import/describe-forms.ts";
import { describeMarks, describeParents } from "#db/import/describe-parents.ts";
import { choiceHelp } from "#db/import/read-choices.ts";
import { shapeHelp } from "#db/import/shape-options.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import { formatAnalysis } from "#lib/answers/log/format-analysis.ts";
import { orphanLine } from "#lib/domain/orphan-line.ts";
import type { OrphanBound } from "#lib/estimators/orphan-bound.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { DAY } from "#lib/time/lengths.ts";

const HELP = `npm run analyze -- [FILE] [options]
  Every number of Intishar over a log of shares, without server or database. FILE is a table of text,
  NDJSON, JSON or XLSX, plain, gzip or zip; standard input when left out or "-".
  --as-of TIME        count only events up to this instant (ISO 8601); "last" is the log's last event; else now
  --horizon LENGTH    children are counted up to this age of their parent, such as 12h or 30d; else 7d
  --zone ZONE         zone of days and of times that state none, such as Asia/Riyadh; else UTC
  --format FORMAT     json, table or csv; else json, or table on a terminal
  --spend AMOUNT      what the campaign cost, in the currency of its conversions; prices need it
  --cascades          every cascade too, with a forecast where it is younger than the horizon
  --map FIELD=COLUMN  column that fills a field, by its name or as #3; may be repeated
${choiceHelp(22)}
${shapeHelp(22)}

With npm, write npm --silent run analyze to have nothing but the answer on standard output.`;

async function main(args: readonly string[]): Promise<void> {
  const { file, help, map, choices, shape, asOf, format, ...options } = parseAnalyzeArguments(args);
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const now = Date.now();
  await withInputFile(file, async (path) => {
    const name = file ?? "standard input";
    const asked = { map, choices, shape, zone: options.zone, now };
    const { forms, events, rows, notes, faulty, ...log } = await readLog(path, asked);
    for (const note of notes) process.stderr.write(`${name}: ${note}\n`);
    for (const line of describeForms(name, forms)) process.stderr.write(`${line}\n`);
    for (const fault of faulty.first) process.stderr.write(`${describeFault(name, fault)}\n`);
    if (events.length === 0) throw new Error(`${name}: no row of it can be read`);
    const at = readAsOf(asOf, events, options.zone, now);
    const read = { rows, unreadable: faulty.count, grain: forms.wholeDays ? DAY : null };
    const analysis = analyseLog(events, { ...options, ...read, asOf: at });
    if (analysis.orphans !== null) process.stderr.write(`${warningOf(analysis.orphans)}\n`);
    const cure = analysis.orphans === null ? null : await log.lookForCure();
    const lines = [...describeMarks(log.marked), ...describeParents({ cure, applied: log.applied })];
    for (const line of lines) process.stderr.write(`${line}\n`);
    process.stdout.write(formatAnalysis(analysis, format ?? (process.stdout.isTTY ? "table" : "json")));
  });
}

function warningOf({ part, k, upper }: OrphanBound): string {
  return orphanLine(part, k === null || upper === null ? "no-links" : { k, upper });
}

function describeError(error: unknown): string {
  // Only a file that was asked for can be at fault, so its name can be read again.
  if (error instanceof FileFaultError)
    return describeFault(parseAnalyzeArguments(args).file ?? "standard input", error.fault);
  return error instanceof Error ? error.message : String(error);
}

const args = process.argv.slice(2);
try {
  await main(args);
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
