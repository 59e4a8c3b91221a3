import { sealScope } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { HORIZON_DAYS, minuteOf, type Question } from "#lib/answers/question.ts";
import type { AnswerName, WorkspaceAnswerName, WorkspaceAnswerOf } from "#lib/answers/registry.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { CsvDialect } from "#lib/format/csv.ts";
import { DAY } from "#lib/time/lengths.ts";
import { answerHolder } from "./answer-holder.ts";
import type { Asked, ResultOf, TableLines } from "./asked.ts";
import type { ReadName } from "./reads.ts";

/**
 * Asks one question by the name of the answer wanted.
 * @throws NotFoundError when there is none such for this scope
 */
export type Ask = <N extends AnswerName | ReadName>(name: N) => Promise<ResultOf<N>>;

/**
 * Asks for a table by its name in the registry, as lines of a file.
 * @throws NotFoundError when there is none such for this scope
 */
export type AskLines = (table: string) => Promise<TableLines>;

/** Binds asking to whoever asks and to the one question made of the page's address. */
export function bindAsk(scope: Scope<"campaigns.read">, question: Question): Ask {
  // Paired by name in the registries, here and below; structured clone keeps its shape.
  return async (name) =>
    (await answered(scope, { kind: "campaign", name, question })) as ResultOf<typeof name>;
}

/** The same for tables that are all lines: of as many rows as a campaign has people. */
export function bindAskLines(
  scope: Scope<"campaigns.read">,
  question: Question,
  dialect: CsvDialect,
): AskLines {
  return async (table) => (await answered(scope, { kind: "table", table, dialect, question })) as TableLines;
}

/** The same for the holder of a report link, who may ask about its days alone. */
export function bindReportAsk(scope: ReportScope, request: ReportRequest, now: number): Ask {
  return async (name) =>
    (await answered(scope, { kind: "report", name, request, now })) as ResultOf<typeof name>;
}

/** Asks about all campaigns of a workspace, or about some of them. */
export async function askWorkspace<N extends WorkspaceAnswerName>(
  scope: Scope<"campaigns.read">,
  name: N,
  campaignIds?: readonly number[],
): Promise<WorkspaceAnswerOf<N>> {
  const question = {
    asOf: minuteOf(Date.now()),
    horizon: HORIZON_DAYS[0] * DAY,
    ...(campaignIds === undefined ? {} : { campaignIds }),
  };
  return (await answered(scope, { kind: "workspace", name, question })) as WorkspaceAnswerOf<N>;
}

function answered(scope: Scope<"campaigns.read"> | ReportScope, asked: Asked): Promise<unknown> {
  const { service } = answerHolder;
  if (service === undefined) throw new Error("pages are served by app/_front, which brings the answers");
  return service.answer(sealScope(scope, service.key), asked);
}
