import { setImmediate } from "node:timers/promises";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { samePersonScope } from "#app/_server/same-person-scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { type RegisteredTable, TABLES } from "#lib/answers/tables.ts";
import { csvPieces } from "#lib/format/csv.ts";
import { queryString } from "#lib/query/query-string.ts";
import { EVENT_FILE_COLUMNS } from "#lib/sources/event-file.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import { type CsvLines, csvBody } from "./csv-body.ts";
import { eventPieces } from "./event-pieces.ts";
import type { FileContext } from "./file-context.ts";
import { fileName } from "./file-name.ts";
import { tableLines } from "./table-lines.ts";

const EVENT_KEYS = Object.keys(EVENT_FILE_COLUMNS);

/**
 * A zip of every chart and table, made as fast as it is read: a file for each, `events.csv`
 * with the events themselves, `dictionary.csv` with the meaning of
 * every column of theirs, and `filters.json` with the question.
 */
export function zipOfTables(context: FileContext): ReadableStream<Uint8Array> {
  const pieces = zipped(filesOf(context));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

interface ZippedFile {
  readonly name: string;
  readonly pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** The files, each worked out when its turn comes; those without a row are left out. */
async function* filesOf(context: FileContext): AsyncGenerator<ZippedFile> {
  const { bom, dialect } = context;
  const meanings: string[][] = [];
  for (const [name, registered] of TABLES) {
    const { columns, isInZip = true } = registered.table;
    if (!isInZip) continue;
    const lines = await linesFor(context, name, registered);
    if (lines === null) continue;
    yield {
      name: `${fileName(context, name)}.csv`,
      pieces: csvBody(Object.keys(columns), lines, { bom, dialect }),
    };
    for (const [key, meaning] of Object.entries(columns)) meanings.push([`${name}.csv`, key, meaning]);
  }
  const events = await eventsFor(context);
  if (events !== null) {
    yield {
      name: `${fileName(context, "events")}.csv`,
      pieces: csvBody(EVENT_KEYS, events, { bom, dialect }),
    };
    for (const [key, meaning] of Object.entries(EVENT_FILE_COLUMNS))
      meanings.push(["events.csv", key, meaning]);
  }
  yield {
    name: "dictionary.csv",
    pieces: csvBody(["file", "column", "meaning"], csvPieces(meanings, dialect), { bom, dialect }),
  };
  yield { name: "filters.json", pieces: [`${JSON.stringify(questionOf(context), null, 2)}\n`] };
}

/** The events themselves; null where there are none, or this person may not read them. */
async function eventsFor(context: FileContext): Promise<CsvLines | null> {
  try {
    const reading = samePersonScope(context.scope, "events.read");
    return await withRows(await eventPieces(context, reading, "csv"));
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** The lines of a table; null where it has no row, or is none of this person's business. */
async function linesFor(
  context: FileContext,
  name: string,
  registered: RegisteredTable,
): Promise<CsvLines | null> {
  try {
    return await withRows(await tableLines(name, registered, context));
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** The same lines from the first on, or null where there is none. */
async function withRows(lines: CsvLines): Promise<CsvLines | null> {
  const iterator = lines[Symbol.iterator]();
  let first = iterator.next();
  for (; !first.done && first.value.length === 0; first = iterator.next()) await setImmediate();
  if (first.done) return null;
  const { value } = first;
  return (function* () {
    try {
      yield value;
      for (let next = iterator.next(); !next.done; next = iterator.next()) yield next.value;
    } finally {
      iterator.return?.();
    }
  })();
}

/** The bytes of an archive; between two pieces other requests get their turn. */
async function* zipped(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error !== null) fault = error;
    else ready.push(bytes);
  });
  const take = (): Uint8Array[] => {
    if (fault !== null) throw fault;
    const taken = ready;
    ready = [];
    return taken;
  };
  for await (const { name, pieces } of files) {
    const file = new ZipDeflate(name);
    zip.add(file);
    for await (const piece of pieces) {
      file.push(typeof piece === "string" ? strToU8(piece) : piece);
      yield* take();
      await setImmediate();
    }
    file.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

function questionOf({ campaign, question }: FileContext) {
  const iso = (at: number) => isoInZone(at, question.zone);
  const { before, query } = question;
  return {
    campaign: campaign.name,
    address: queryString(query),
    from: iso(question.from),
    to: iso(question.to),
    asOf: iso(question.asOf),
    zone: question.zone,
    grain: question.grain,
    filters: query.filters,
    comparedWith:
      before === null
        ? null
        : { from: iso(before.from), to: iso(before.to), campaign: before.campaignId ?? campaign.id },
    simulated: campaign.simulated,
  };
}
