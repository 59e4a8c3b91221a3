import { and, asc, eq } from "drizzle-orm";
import { forecasts } from "#db/schema/forecasts.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IssuedForecast } from "#lib/domain/issued-forecast.ts";

/**
 * The forecasts that were issued in a workspace and what came of them, by campaign and age.
 * @param question.horizon that they were made for, milliseconds
 */
export function readIssuedForecasts(
  scope: Scope<"campaigns.read">,
  { horizon }: { horizon: number },
): IssuedForecast[] {
  const { age, final, low80, high80, low95, high95, observed } = forecasts;
  return databaseOf(scope)
    .select({ age, final, low80, high80, low95, high95, observed })
    .from(forecasts)
    .where(and(eq(forecasts.workspaceId, scope.workspaceId), eq(forecasts.horizon, horizon)))
    .orderBy(asc(forecasts.campaignId), asc(age))
    .all();
}
