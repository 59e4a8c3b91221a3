import { parentPort, workerData } from "node:worker_threads";
import type { AnalysisAnswer, AnalysisRequest } from "#app/_analysis/analysis-request.ts";
import { answerAnalysis } from "#app/_analysis/answer-analysis.ts";
import { openDatabase } from "#db/open-database.ts";

// What the analyst put in; there is no other caller.
const { databasePath }: { databasePath: string } = workerData;
const answer = answerAnalysis(openDatabase(databasePath));

parentPort?.on("message", ({ id, ...request }: AnalysisRequest & { id: number }) => {
  parentPort?.postMessage({ id, ...answer(request) } satisfies AnalysisAnswer);
});
