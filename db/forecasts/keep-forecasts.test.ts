import { beforeEach, describe, expect, it } from "vitest";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { forecasts } from "#db/schema/forecasts.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { dueForecasts, dueScores, ISSUED_HORIZON } from "./due-forecasts.ts";
import { issueForecast, scoreForecast } from "./keep-forecasts.ts";
import { plantHistory } from "./testing/plant-history.ts";

const START = Date.UTC(2026, 9, 1);
let own: Scope<Permission>;
let strange: Scope<Permission>;
let db: IntisharDatabase;

beforeEach(() => {
  ({ own, strange } = openWorkspaces());
  db = databaseOf(own);
  plantHistory(own, START);
});

const due = (age: number) => ({ workspaceId: 1, campaignId: 4, age, at: START + age });
const stored = () => db.select().from(forecasts).all();

describe("a forecast is due", () => {
  it("from each age of the grid to the next, for campaigns that are not over or archived", () => {
    expect(dueForecasts(db, START + 15 * MINUTE - 1)).toEqual([]);
    expect(dueForecasts(db, START + 15 * MINUTE)).toEqual([due(15 * MINUTE)]);
    expect(dueForecasts(db, START + 2.9 * HOUR)).toEqual([due(2 * HOUR)]);
    expect(dueForecasts(db, START + 13 * DAY)).toEqual([due(7 * DAY)]);
    expect(dueForecasts(db, START + 14 * DAY)).toEqual([]);
    archiveCampaign(own, { campaignId: 4, now: START });
    expect(dueForecasts(db, START + HOUR)).toEqual([]);
  });

  it("once: what was issued stands, whatever comes", () => {
    expect(issueForecast(db, due(HOUR), START + HOUR + 1)).toBe(true);
    expect(dueForecasts(db, START + HOUR + 2)).toEqual([]);
    expect(dueForecasts(db, START + 2 * HOUR)).toEqual([due(2 * HOUR)]);
    const before = stored();
    expect(issueForecast(db, due(HOUR), START + 90 * MINUTE)).toBe(false);
    expect(stored()).toEqual(before);
  });
});

describe("an issued forecast", () => {
  it("is the one of its instant, whenever it is written down", () => {
    issueForecast(db, due(HOUR), START + HOUR);
    const [atOnce] = stored();
    expect(atOnce).toMatchObject({ at: START + HOUR, age: HOUR, horizon: 7 * DAY, observed: null });
    expect(atOnce?.final).toBeGreaterThan(atOnce?.size ?? Infinity);
    expect(Number(atOnce?.low95)).toBeLessThan(Number(atOnce?.low80));
    db.delete(forecasts).run();
    issueForecast(db, due(HOUR), START + 110 * MINUTE);
    expect(stored()).toEqual([{ ...atOnce, issuedAt: START + 110 * MINUTE }]);
  });

  it("is none where there is too little to learn from, or no such campaign", () => {
    expect(issueForecast(db, { ...due(HOUR), campaignId: 1, at: START - 40 * DAY + HOUR }, START)).toBe(
      false,
    );
    expect(issueForecast(db, { ...due(HOUR), campaignId: 9 }, START)).toBe(false);
    expect(stored()).toEqual([]);
  });

  it("is scored when its horizon has passed, once, by what its cascades came to", () => {
    issueForecast(db, due(DAY), START + DAY);
    const over = START + DAY + ISSUED_HORIZON;
    expect(dueScores(db, over - 1)).toEqual([]);
    expect(dueScores(db, over)).toEqual([{ ...due(DAY), horizon: ISSUED_HORIZON }]);
    scoreForecast(db, { ...due(DAY), horizon: ISSUED_HORIZON }, over + 5);
    const forest = inputsReader(own).campaign(4, { asOf: over, horizon: ISSUED_HORIZON })?.forest;
    const [scored] = stored();
    expect(scored).toMatchObject({ scoredAt: over + 5 });
    expect(scored?.observed).toBeGreaterThan(scored?.size ?? Infinity);
    expect(scored?.observed).toBeLessThanOrEqual(forest?.size ?? 0);
    expect(dueScores(db, over)).toEqual([]);
  });

  it("is read by its own workspace, for its own horizon, and goes with its campaign", () => {
    issueForecast(db, due(HOUR), START + HOUR);
    expect(inputsReader(own).issued(ISSUED_HORIZON)).toMatchObject([{ age: HOUR, observed: null }]);
    expect(inputsReader(own).issued(2 * ISSUED_HORIZON)).toEqual([]);
    expect(inputsReader(strange).issued(ISSUED_HORIZON)).toEqual([]);
    db.$client.exec("PRAGMA foreign_keys = ON; DELETE FROM campaigns WHERE workspace_id = 1 AND id = 4");
    expect(stored()).toEqual([]);
  });
});
