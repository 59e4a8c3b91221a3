import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { CascadeSurveys, SurveyNeeded } from "./cascade-surveys.ts";
import type { WriteSlices } from "./write-slices.ts";

/** A cascade that is changed each time before its survey can be used is read under the lock after all. */
const MOST_SURVEYS = 5;

/** One transaction that moves shares; `work` is done again when a large cascade had to be read first. */
export function surveyedSlice(
  client: Database.Database,
  key: CampaignKey,
  { slices, surveys: known }: { readonly slices: WriteSlices; readonly surveys: CascadeSurveys },
  work: (surveys: CascadeSurveys) => void,
): void {
  for (let surveyed = 0; ; surveyed += 1) {
    const surveys =
      surveyed < MOST_SURVEYS
        ? known
        : new CascadeSurveys(client, key, { large: Number.POSITIVE_INFINITY, kept: 0 });
    try {
      slices.write(() => {
        surveys.catchUp();
        work(surveys);
        surveys.settle();
      });
      return;
    } catch (error) {
      if (!(error instanceof SurveyNeeded)) {
        surveys.clear();
        throw error;
      }
      surveys.survey(error.root);
    }
  }
}
