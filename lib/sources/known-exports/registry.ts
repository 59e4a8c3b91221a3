import { type ColumnMapping, EVENT_FIELDS, type EventField } from "../column-mapping.ts";
import { headingKey } from "../heading-key.ts";
import { appsFlyer } from "./appsflyer.ts";
import { bitly } from "./bitly.ts";
import { branch } from "./branch.ts";
import { dub } from "./dub.ts";
import { growSurf } from "./growsurf.ts";
import { hoaxy } from "./hoaxy.ts";
import { kickoffLabs } from "./kickoff-labs.ts";
import type { KnownExport } from "./known-export.ts";
import { reddit } from "./reddit.ts";
import { referralHero } from "./referral-hero.ts";
import { shortIo } from "./short-io.ts";
import { telegram } from "./telegram.ts";
import { viralLoops } from "./viral-loops.ts";
import { xApi } from "./x-api.ts";
import { xArchive } from "./x-archive.ts";

/** Every known export, the particular before the general. A new one is a file beside these and a line here. */
export const KNOWN_EXPORTS: readonly KnownExport[] = [
  ...[dub, bitly, shortIo, viralLoops, growSurf, kickoffLabs, referralHero, branch, appsFlyer],
  ...[hoaxy, telegram, xArchive, xApi, reddit],
];

/** The known export that a file seems to be; null where it is none. */
export function recogniseExport(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): KnownExport | null {
  const columns = new Map(header.map((name, at) => [headingKey(name), at]));
  const values = (key: string) => {
    const at = columns.get(key);
    return at === undefined ? [] : rows.map((row) => row[at]?.trim() ?? "").filter((value) => value !== "");
  };
  const head = { keys: new Set(columns.keys()), values };
  return KNOWN_EXPORTS.find((known) => known.recognises(head)) ?? null;
}

/** Which columns of a file fill which fields, as a known export means them. */
export function exportMapping({ columns }: KnownExport, header: readonly string[]): ColumnMapping {
  const names = new Map(header.map((name) => [headingKey(name), name]));
  const mapping: Partial<Record<EventField, string>> = {};
  for (const field of EVENT_FIELDS) {
    const found = columns[field]?.find((key) => key.startsWith("=") || names.has(key));
    if (found !== undefined) mapping[field] = names.get(found) ?? found;
  }
  return mapping;
}
