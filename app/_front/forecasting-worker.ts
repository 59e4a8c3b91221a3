import { workerData } from "node:worker_threads";
import type { ForecastingJob } from "#app/_front/forecasting-job.ts";
import { issueForecast, scoreForecast } from "#db/forecasts/keep-forecasts.ts";
import { openDatabase } from "#db/open-database.ts";

// What the forecaster put in; there is no other caller.
const { databasePath, forecasts, scores }: ForecastingJob = workerData;
const db = openDatabase(databasePath);
const failures: unknown[] = [];

/** One campaign that cannot be read keeps none of the others waiting. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    failures.push(error);
  }
}

for (const due of scores) attempt(() => scoreForecast(db, due, Date.now()));
for (const due of forecasts) attempt(() => void issueForecast(db, due, Date.now()));
db.$client.close();
if (failures.length > 0) throw failures[0];
