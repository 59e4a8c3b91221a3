import { expect, onTestFinished, test, vi } from "vitest";
import type { Failure } from "#app/_front/failure-line.ts";
import { forecaster } from "#app/_front/forecaster.ts";
import { plantHistory } from "#db/forecasts/testing/plant-history.ts";
import { openDatabase } from "#db/open-database.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { forecasts } from "#db/schema/forecasts.ts";
import { databaseOf } from "#db/scope.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

test("forecasts are written down as they are due, and scored once their horizon has passed", async () => {
  const { own } = openWorkspaces();
  const db = databaseOf(own);
  plantHistory(own, Date.now() - 1.5 * HOUR);
  const old = { workspaceId: 1, campaignId: 1, horizon: 7 * DAY, age: HOUR, method: "full" as const };
  db.insert(forecasts)
    .values({ ...old, at: Date.now() - 40 * DAY + HOUR, issuedAt: 0, size: 20, final: 100 })
    .run();
  const failures: Failure[] = [];
  await new Promise<void>((onDone) => {
    const log = (failure: Failure) => void failures.push(failure);
    const job = forecaster({ db: openDatabase(db.$client.name), log, every: 20, onDone });
    job.start();
    onTestFinished(job.stop);
  });
  expect(failures).toEqual([]);
  const [scored, issued] = db.select().from(forecasts).orderBy(forecasts.campaignId).all();
  expect(scored).toMatchObject({ campaignId: 1, final: 100, observed: expect.any(Number) });
  expect(issued).toMatchObject({ campaignId: 4, age: HOUR, observed: null });
});

test("a database that cannot be read is told of", async () => {
  const { own } = openWorkspaces();
  const db = openDatabase(databaseOf(own).$client.name);
  const log = vi.fn();
  const job = forecaster({ db, log, every: 5 });
  db.$client.close();
  job.start();
  await vi.waitUntil(() => log.mock.calls.length > 0);
  expect(log.mock.calls[0]?.[0]).toMatchObject({ event: "forecasting-failed" });
  await job.stop();
});
