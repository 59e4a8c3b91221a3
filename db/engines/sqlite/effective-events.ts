import { DOUBTFUL } from "#lib/domain/event.ts";
import { KEPT, LENDS } from "./records.ts";

/**
 * Events of a journal `j` as their records say them: each kept record, with the parent of the one that lends it. What an
 * event says of its person's parent are the columns of `EFFECTIVE`; they stand for `withParentOf` of lib.
 */
export const EFFECTIVE_EVENTS = effectiveEvents("");
/** The same in the order of the file; by an index every row would be looked up by itself. */
export const SCANNED_EVENTS = effectiveEvents("NOT INDEXED");

function effectiveEvents(hint: string): string {
  return `journal AS j ${hint}
  LEFT JOIN journal AS l INDEXED BY journal_share ON j.kind = 'share' AND j.label IS NULL AND j.via IS NULL
    AND l.workspace_id = j.workspace_id AND l.campaign_id = j.campaign_id AND l.code = j.code
    AND l.kind = 'share' AND l.label IS NULL AND l.amends = ${LENDS}`;
}

/** Which rows of `EFFECTIVE_EVENTS` are events. */
export const IS_KEPT = `j.amends = ${KEPT}`;

/** Which of them are of people: nothing sets them apart. */
export const OF_PEOPLE = `ifnull(j.label, '${DOUBTFUL}') = '${DOUBTFUL}'`;

/** SQL of what the record that lends its parent may change. */
export const EFFECTIVE = {
  via: "coalesce(j.via, l.via)",
  arrives: "(j.arrives OR ifnull(l.arrives, 0))",
  verified: "ifnull(l.verified, j.verified)",
  seedKind: "iif(l.via IS NULL OR l.via = '0', j.seed_kind, NULL)",
} as const;

/** SQL of the code by which an event says that its person was brought; null where it says nothing of that. */
export const TOUCH_VIA = `iif(${EFFECTIVE.verified} AND (j.kind = 'visit' OR ${EFFECTIVE.arrives}), ${EFFECTIVE.via}, NULL)`;
