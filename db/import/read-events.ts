import { capText } from "#db/cap-text.ts";
import { canonicalChannel } from "#lib/domain/canonical-channel.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import type { ReadingContext } from "#lib/sources/field-reader.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import type { Row } from "#lib/sources/shape/splitter.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { assertMapped } from "./assert-mapped.ts";
import { type OpenParents, openParents, type ParentsPlace } from "./open-parents.ts";
import type { NamedShare } from "./parent-index.ts";
import { type FieldsFile, readFields } from "./read-fields.ts";

/** A row that is an event. `row` counts data rows from 1, `line` is where it ends in the file, or its number in a sheet. */
export interface EventRow {
  readonly row: number;
  readonly line: number;
  readonly event: CampaignEvent;
}

/** A row that is none, with what it said, capped. */
export interface FaultyRow {
  readonly row: number;
  readonly line: number;
  readonly fault: EventFault;
  readonly raw: string;
}

/** How to read a file of events. */
export interface EventFile extends FieldsFile {
  readonly context: ReadingContext;
  /** Where its parents are found; left out where they are codes of shares as they stand. */
  readonly parents?: ParentsPlace;
  /** Counts up the cells from which invisible marks were taken. */
  readonly tally?: { marked: number };
}

const RAW_BYTES = 2048;
const SOURCES_AT_ONCE = 1000;
const NEEDS_QUOTES = /["\r\n]/;

/**
 * Reads a file as events and faulty rows, in batches as they come; memory does not grow with the file.
 * @throws FileFaultError after all rows that could be read before the fault; at once when the mapping does
 * not suffice or names columns that the file lacks
 */
export async function* readEvents(file: EventFile): AsyncGenerator<(EventRow | FaultyRow)[]> {
  const context = file.tally === undefined ? file.context : { ...file.context, tally: file.tally };
  if (file.parents === undefined) return yield* readRowsAs(file, context, null);
  const parents = openParents(file.parents);
  try {
    yield* readRowsAs(file, { ...context, parents }, file.parents.withSources ? parents : null);
  } finally {
    parents.close();
  }
}

/** @param sources whose shares come behind the last row, as if they stood there */
async function* readRowsAs(
  file: EventFile,
  context: ReadingContext,
  sources: OpenParents | null,
): AsyncGenerator<(EventRow | FaultyRow)[]> {
  const { format, mapping } = file;
  assertMapped(mapping);
  const source = sourceOfMapping(mapping);
  let count = 0;
  let lastLine = 0;
  const batches = readFields<EventRow | FaultyRow>(file, (row, fields) => {
    count += 1;
    const { line } = row;
    lastLine = line;
    const result =
      typeof fields === "string"
        ? { field: "row", reason: fields }
        : eventFromFields(source, fields, context);
    return "kind" in result
      ? { row: count, line, event: result }
      : { row: count, line, fault: result, raw: rawOf(row, format) };
  });
  yield* batches;
  if (count === 0) throw new FileFaultError({ reason: "no-rows" });
  if (sources === null) return;
  let batch: EventRow[] = [];
  for (const share of sources.listSources()) {
    count += 1;
    batch.push({ row: count, line: lastLine, event: sourceShare(share) });
    if (batch.length < SOURCES_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The share of somebody whom a list of edges names as a parent and nobody as a child. */
function sourceShare({ code, person, at }: NamedShare): CampaignEvent {
  return {
    ...BLANK_EVENT,
    ...{ id: code, kind: "share", person, code, occurredAt: at },
    ...{ channel: canonicalChannel(""), mode: "active", seedKind: "import" },
  };
}

function rawOf({ fields }: Row, { kind, delimiter }: FileFormat): string {
  if (kind === "json" || kind === "ndjson") return capText(fields[0] ?? "", RAW_BYTES);
  const mark = delimiter ?? ",";
  const quoted = fields.map((field) =>
    NEEDS_QUOTES.test(field) || field.includes(mark) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return capText(quoted.join(mark), RAW_BYTES);
}
