import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { EVENT_READS } from "#db/engines/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import type { ParentMatches, ParentReport } from "#lib/domain/parent-report.ts";
import { WARNED_ABOVE } from "#lib/estimators/orphan-bound.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import type { ParentsPlace } from "./open-parents.ts";
import { ParentIndex } from "./parent-index.ts";
import { readAhead } from "./read-ahead.ts";
import type { EventFile } from "./read-events.ts";
import { suggestCure } from "./suggest-cure.ts";

const BATCH = 10_000;

interface IndexOptions {
  /** The campaign that the file goes into; null where there is none. */
  readonly campaign: { readonly db: IntisharDatabase; readonly key: CampaignKey } | null;
  /** Asked between batches; what was read so far is then all there is. */
  readonly shouldStop?: () => boolean;
}

/** How the parents of a file are found, until `close`. */
export interface FoundParents {
  /** What `EventFile` takes; nothing where parents are codes as they stand. */
  readonly place: { readonly parents?: ParentsPlace };
  readonly applied: ParentMatches | null;
  close(): void;
}

const AS_WRITTEN = { is: "share", ignore: [] } as const;

/** Finds the parents of a file as they were chosen to be meant; reads the whole file where that takes more than its rows. */
export async function findParents(
  file: EventFile,
  { parents: choice }: ReadingChoices,
  options: IndexOptions,
): Promise<FoundParents> {
  if (choice === undefined && !isNodeList(file.mapping))
    return { place: {}, applied: null, close: () => undefined };
  const index = await indexParents(file, options);
  const applied = choice === undefined ? null : index.countMatches(choice);
  const withSources = isNodeList(file.mapping) && index.statesNoRoot;
  index.settle();
  const place = { path: index.path, choice: choice ?? AS_WRITTEN, withSources };
  return { place: { parents: place }, applied, close: () => index.close() };
}

/**
 * What is to be said of the parents that a file states, read as they are written.
 * @returns null where so few are unknown that nothing need be said
 */
export async function reportParents(
  file: EventFile,
  options: IndexOptions,
): Promise<Omit<ParentReport, "applied"> | null> {
  const index = await indexParents(file, options);
  try {
    const counts = index.countStated();
    if (counts.unknown <= WARNED_ABOVE * counts.stated) return null;
    return { ...counts, cure: suggestCure(index) };
  } finally {
    index.close();
  }
}

/** Whether each person of a file is one share. */
function isNodeList({ code, person }: ColumnMapping): boolean {
  return code !== undefined && code === person;
}

async function indexParents(file: EventFile, { campaign, shouldStop }: IndexOptions): Promise<ParentIndex> {
  const index = new ParentIndex();
  try {
    if (campaign !== null)
      for (const share of EVENT_READS.shares.listNamedShares(campaign.db, campaign.key))
        index.addShare(share);
    for await (const { events } of readAhead(file, { skip: 0, size: BATCH })) {
      index.addEvents(events);
      if (shouldStop?.()) break;
    }
  } catch (error) {
    if (error instanceof FileFaultError) return index;
    index.close();
    throw error;
  }
  return index;
}
