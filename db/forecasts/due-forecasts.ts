import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { EVENT_READS } from "#db/engines/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { forecasts } from "#db/schema/forecasts.ts";
import { HORIZON_DAYS } from "#lib/answers/question.ts";
import { gridAge } from "#lib/estimators/forecast/models.ts";
import { DAY } from "#lib/time/lengths.ts";

/** Forecasts are issued for the usual horizon alone; milliseconds. */
export const ISSUED_HORIZON = HORIZON_DAYS[0] * DAY;
/** The last step of the grid comes at the horizon, and is not made up for later than this; earlier ones until the next. */
const LATEST = 2 * ISSUED_HORIZON;

/** A campaign that has reached an age of the grid. */
export interface DueForecast extends CampaignKey {
  /** Milliseconds since its first seed. */
  readonly age: number;
  /** The instant of that age, UTC milliseconds. */
  readonly at: number;
}

/** A forecast whose horizon has passed for every cascade that it spoke of. */
export type DueScore = DueForecast & { readonly horizon: number };

/**
 * The campaigns whose forecast is due: they have reached an age of the grid, and none is written down for it. One of
 * the acts of housekeeping: it goes through all workspaces, and tells nothing of one to another.
 * @param now UTC milliseconds
 */
export function dueForecasts(db: IntisharDatabase, now: number): DueForecast[] {
  const isIssued = db
    .select({ one: sql`1` })
    .from(forecasts)
    .where(
      and(
        eq(forecasts.workspaceId, sql.placeholder("workspaceId")),
        eq(forecasts.campaignId, sql.placeholder("campaignId")),
        eq(forecasts.horizon, ISSUED_HORIZON),
        eq(forecasts.age, sql.placeholder("age")),
      ),
    )
    .prepare();
  return EVENT_READS.campaigns.readStarts(db, now - LATEST).flatMap((campaign) => {
    const { startedAt, workspaceId, campaignId } = campaign;
    const age = gridAge(now - startedAt);
    if (age === null) return [];
    const isKnown = isIssued.get({ workspaceId, campaignId, age }) !== undefined;
    return isKnown ? [] : [{ workspaceId, campaignId, age, at: startedAt + age }];
  });
}

/** The issued forecasts that can be scored by now, of all workspaces, the earliest first. */
export function dueScores(db: IntisharDatabase, now: number): DueScore[] {
  const { workspaceId, campaignId, horizon, age, at } = forecasts;
  return db
    .select({ workspaceId, campaignId, horizon, age, at })
    .from(forecasts)
    .where(and(isNull(forecasts.scoredAt), lte(sql`${at} + ${horizon}`, now)))
    .orderBy(at, workspaceId, campaignId, age)
    .all();
}
