import { and, eq } from "drizzle-orm";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { forecasts } from "#db/schema/forecasts.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseForecast } from "#lib/answers/forecast/answer.ts";
import { observedTotal } from "#lib/estimators/forecast/observed-total.ts";
import { type DueForecast, type DueScore, ISSUED_HORIZON } from "./due-forecasts.ts";

/**
 * Forecasts a campaign as of the instant that is due and writes that down, once and for all. Reads whole campaigns: for
 * a thread of its own.
 * @param now UTC milliseconds
 * @returns false where there is no forecast to be had, and nothing is written
 */
export function issueForecast(db: IntisharDatabase, due: DueForecast, now: number): boolean {
  const { workspaceId, campaignId, age, at } = due;
  const scope = scopeOf(db, workspaceId);
  const horizon = ISSUED_HORIZON;
  const reader = inputsReader(scope);
  const inputs = reader.campaign(campaignId, { asOf: at, horizon });
  if (inputs === null) return false;
  const { total, method, size } = analyseForecast(
    { forest: inputs.forest, lags: inputs.lags, history: reader.history(at - horizon), issued: [] },
    { asOf: at, horizon, completeUntil: Math.min(at, inputs.completeUntil(now)), zone: scope.zone },
  );
  if (total === null || method === null) return false;
  const { final, band } = total;
  const { changes } = db
    .insert(forecasts)
    .values({ workspaceId, campaignId, horizon, age, at, issuedAt: now, method, size, final, ...band })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}

/** Counts what came of a forecast and writes it beside. @param now UTC milliseconds */
export function scoreForecast(db: IntisharDatabase, due: DueScore, now: number): void {
  const { workspaceId, campaignId, horizon, age, at } = due;
  const inputs = inputsReader(scopeOf(db, workspaceId)).campaign(campaignId, { asOf: at + horizon, horizon });
  if (inputs === null) return;
  db.update(forecasts)
    .set({ observed: observedTotal(inputs.forest, { at, horizon }), scoredAt: now })
    .where(
      and(
        eq(forecasts.workspaceId, workspaceId),
        eq(forecasts.campaignId, campaignId),
        eq(forecasts.horizon, horizon),
        eq(forecasts.age, age),
      ),
    )
    .run();
}

function scopeOf(db: IntisharDatabase, workspaceId: number): Scope<Permission> {
  const row = db
    .select({ slug: workspaces.slug })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .get();
  return openOperatorScope(db, row?.slug ?? "");
}
