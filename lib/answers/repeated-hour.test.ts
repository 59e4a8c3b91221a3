import { expect, it } from "vitest";
import { analyseChannelBoard } from "#lib/answers/channels/answer.ts";
import { channelTrendsTable } from "#lib/answers/channels/table.ts";
import { analyseCohorts } from "#lib/answers/cohorts/answer.ts";
import { cohortsTable } from "#lib/answers/cohorts/table.ts";
import { analyseOverview } from "#lib/answers/overview/answer.ts";
import { sharesTable } from "#lib/answers/overview/table.ts";
import { questionOf } from "#lib/answers/question.ts";
import { event, inputsOf } from "#lib/answers/testing/event-log.ts";
import { parseQuery } from "#lib/query/parse-query.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";
import { selectActivity } from "./selection/select-activity.ts";

const ZONE = "Africa/Cairo";
/** Clocks went from midnight back to eleven in the evening, which they so showed twice. */
const BACK = Date.UTC(2024, 9, 31, 21);
const [FROM, TO, HORIZON] = [BACK - HOUR, BACK + HOUR, 24 * HOUR];
const LOG = [-HOUR, 0].flatMap((later, n) => [
  event("share", BACK + later + MINUTE, { person: `p${n}`, code: `s${n}`, channel: "x", seedKind: "paid" }),
  event("share", BACK + later + 2 * MINUTE, { person: `q${n}`, code: `c${n}`, via: `s${n}`, channel: "x" }),
]);
const select = () =>
  selectActivity(inputsOf(LOG, { asOf: TO, horizon: HORIZON }), {
    ...{ from: FROM, to: TO, asOf: TO, horizon: HORIZON },
    filters: [],
  });
const ADDRESS = new URLSearchParams();
const GRAIN = { grain: "hour", zone: ZONE } as const;
const HOURS = ["2024-10-31T23:00:00+03:00", "2024-10-31T23:00:00+02:00"];

it("an hour that a clock shows twice is two rows of a file, each with its own offset", () => {
  const question = questionOf(
    1,
    { query: parseQuery(ADDRESS).query, address: ADDRESS },
    { now: TO, workspaceZone: ZONE, life: { first: FROM, last: TO }, other: null },
  );
  const board = analyseChannelBoard(select(), { ...GRAIN, spend: null });
  const cohorts = analyseCohorts(select(), { ...GRAIN, by: "generation" });
  const overview = { now: analyseOverview(select(), GRAIN), before: null, asOf: TO };
  const files = [
    sharesTable.rows(overview, question),
    channelTrendsTable.rows(board, question),
    cohortsTable.rows(cohorts, question),
  ];
  for (const rows of files) expect([...new Set([...rows].map(([time]) => time))]).toEqual(HOURS);
});
