import { FileFaultError } from "#lib/sources/file-fault.ts";
import { inflateEntry, listEntries } from "./zip-archive.ts";

const WORKBOOK = "xl/workbook.xml";
const SHARED_STRINGS = /^xl\/(sharedStrings|styles|workbook)\.xml$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** Texts that cells share, which their reader holds in memory at forty times the size: those of 150,000 rows or so. */
const MOST_SHARED = 8 * 1024 * 1024;
/** A full sheet of a million rows is smaller. */
const MOST_OF_SHEET = 2 * 1024 * 1024 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Whether the files of an archive are those of a workbook. */
export function isWorkbook(entries: readonly string[]): boolean {
  return entries.includes(WORKBOOK);
}

/**
 * Names of the sheets of a workbook that a person sees, in their order.
 * @throws FileFaultError when it is damaged, or larger than may be held
 */
export async function listSheets(path: string): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflateEntry(path, WORKBOOK)) {
    chunks.push(chunk);
    if (chunks.length > 500) throw new FileFaultError({ reason: "workbook-too-large" });
  }
  const sheets = Buffer.concat(chunks)
    .toString("utf8")
    .matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g);
  return Array.from(sheets, ([, attributes = ""]) => attributes)
    .filter((attributes) => !/\bstate="(?:veryH|h)idden"/.test(attributes))
    .map((attributes) => unescapeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ""));
}

/**
 * Reads through the parts of a workbook that its reader will, which checks no sums and knows no bounds of its own.
 * @throws FileFaultError when one is damaged or larger than may be held
 */
export async function checkWorkbook(path: string): Promise<void> {
  let shared = 0;
  for (const entry of await listEntries(path)) {
    const isShared = SHARED_STRINGS.test(entry);
    if (!isShared && !SHEET.test(entry)) continue;
    let length = 0;
    for await (const chunk of inflateEntry(path, entry)) {
      length += chunk.length;
      if (isShared) shared += chunk.length;
      if (shared > MOST_SHARED || length > MOST_OF_SHEET)
        throw new FileFaultError({ reason: "workbook-too-large" });
    }
  }
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
