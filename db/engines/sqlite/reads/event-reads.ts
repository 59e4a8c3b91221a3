import * as activity from "./activity.ts";
import * as campaigns from "./campaigns.ts";
import * as cascadeSummaries from "./cascade-summaries.ts";
import * as cascades from "./cascades.ts";
import * as hours from "./hours.ts";
import * as journal from "./journal.ts";
import * as links from "./links.ts";
import * as live from "./live.ts";
import * as persons from "./persons.ts";
import * as shares from "./shares.ts";
import * as touches from "./touches.ts";

/** What can be asked of the events and of what is derived of them, by noun. */
export const sqliteReads = {
  activity,
  campaigns,
  cascadeSummaries,
  cascades,
  hours,
  journal,
  links,
  live,
  persons,
  shares,
  touches,
};
