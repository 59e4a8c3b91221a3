import type { Answer } from "./answer.ts";
import { armsAnswer } from "./arms/answer.ts";
import { audienceAnswer } from "./audience/answer.ts";
import { campaignKsAnswer } from "./campaigns/answer.ts";
import { channelsAnswer } from "./channels/answer.ts";
import { cohortsAnswer } from "./cohorts/answer.ts";
import { compareAnswer } from "./compare/answer.ts";
import { facetsAnswer } from "./facets/answer.ts";
import { forecastAnswer } from "./forecast/answer.ts";
import { funnelAnswer } from "./funnel/answer.ts";
import { integrityAnswer, markedCodesAnswer } from "./integrity/answer.ts";
import { moneyAnswer } from "./money/answer.ts";
import { numbersAnswer } from "./numbers/answer.ts";
import { orphansAnswer, reportOrphansAnswer } from "./orphans/answer.ts";
import { overviewAnswer } from "./overview/answer.ts";
import { personAnswer } from "./person/answer.ts";
import { reportOverviewAnswer } from "./report/answer.ts";
import { sensitivityAnswer } from "./sensitivity/answer.ts";
import { shapeAnswer } from "./shape/answer.ts";
import { sharersAnswer } from "./sharers/answer.ts";
import { spreadAnswer } from "./spread/answer.ts";
import { toolsAnswer } from "./tools/answer.ts";
import { valueAnswer } from "./value/answer.ts";
import type { WorkspaceAnswer } from "./workspace.ts";

/** Every answer about a campaign, by the name that it is asked by. */
export const ANSWERS = {
  overview: overviewAnswer,
  shape: shapeAnswer,
  orphans: orphansAnswer,
  channels: channelsAnswer,
  arms: armsAnswer,
  money: moneyAnswer,
  funnel: funnelAnswer,
  value: valueAnswer,
  audience: audienceAnswer,
  cohorts: cohortsAnswer,
  "viral-coefficient": spreadAnswer,
  sensitivity: sensitivityAnswer,
  numbers: numbersAnswer,
  forecast: forecastAnswer,
  sharers: sharersAnswer,
  person: personAnswer,
  compare: compareAnswer,
  integrity: integrityAnswer,
  "marked-codes": markedCodesAnswer,
  facets: facetsAnswer,
  "report-overview": reportOverviewAnswer,
  "report-orphans": reportOrphansAnswer,
} as const satisfies Readonly<Record<string, Answer<unknown>>>;

/** Every answer about all campaigns of a workspace. */
export const WORKSPACE_ANSWERS = {
  tools: toolsAnswer,
  "campaign-ks": campaignKsAnswer,
} as const satisfies Readonly<Record<string, WorkspaceAnswer<unknown>>>;

export type WorkspaceAnswerName = keyof typeof WORKSPACE_ANSWERS;
export type WorkspaceAnswerOf<N extends WorkspaceAnswerName> = ReturnType<(typeof WORKSPACE_ANSWERS)[N]>;

/** Answers about a whole campaign, whatever its page's question narrows it to. */
export const CAMPAIGN_WIDE: ReadonlySet<string> = new Set<keyof typeof ANSWERS>([
  "shape",
  "orphans",
  "integrity",
  "marked-codes",
  "facets",
]);

export type AnswerName = keyof typeof ANSWERS;
export type AnswerOf<N extends AnswerName> = ReturnType<(typeof ANSWERS)[N]>;
