import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { workspaceReader } from "#db/inputs/workspace-reader.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { openSealedScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { InputsReader } from "#lib/answers/inputs.ts";
import { ANSWERS, type AnswerName, type AnswerOf, WORKSPACE_ANSWERS } from "#lib/answers/registry.ts";
import { REPORT_PARTS, REPORT_WARNING } from "#lib/answers/report/parts.ts";
import { reportQuestion } from "#lib/answers/report/question.ts";
import { type AnsweredTable, TABLES } from "#lib/answers/tables.ts";
import { csvPieces } from "#lib/format/csv.ts";
import type {
  Asked,
  Job,
  MemberAsked,
  Outcome,
  ReportAsked,
  TableAsked,
  TableLines,
  WorkspaceAsked,
} from "./asked.ts";
import { READS, REPORT_READS } from "./reads.ts";

/**
 * Answers one job with the scope that came with it, and no other.
 * @param key with which scopes are sealed in this process
 */
export function answerJob(db: IntisharDatabase, key: Uint8Array, { id, scope, asked }: Job): Outcome {
  const start = performance.now();
  try {
    const result = resultOf(openSealedScope(db, scope, key), asked);
    return { id, result, took: performance.now() - start };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, error: message, kind: error instanceof NotFoundError ? "not-found" : "failed" };
  }
}

function resultOf(scope: Scope<"campaigns.read"> | ReportScope, asked: Asked): unknown {
  if ("report" in scope) {
    if (asked.kind === "report") return ofReport(scope, asked);
    throw new NotFoundError("report");
  }
  if (asked.kind === "campaign") return ofCampaign(scope, asked);
  if (asked.kind === "workspace") return ofWorkspace(scope, asked);
  if (asked.kind === "table") return ofTable(scope, asked);
  throw new NotFoundError(asked.name);
}

function ofTable(scope: Scope<"campaigns.read">, { table: name, dialect, question }: TableAsked): TableLines {
  const registered = TABLES.get(name);
  if (registered === undefined || !("answer" in registered)) throw new NotFoundError(name);
  return linesOf(registered, inputsReader(scope), { question, dialect });
}

function linesOf<N extends AnswerName>(
  { answer: name, table }: AnsweredTable<N>,
  read: InputsReader,
  { question, dialect }: Pick<TableAsked, "question" | "dialect">,
): TableLines {
  const asked = { ...question, options: { ...question.options, ...table.options } };
  // Paired by name in the registry.
  const answer = ANSWERS[name](read, asked) as AnswerOf<N>;
  const encoder = new TextEncoder();
  return {
    pieces: Array.from(csvPieces(table.rows(answer, asked), dialect), (piece) => encoder.encode(piece)),
    span: table.span?.(answer, asked) ?? null,
  };
}

function ofCampaign(scope: Scope<"campaigns.read">, { name, question }: MemberAsked): unknown {
  if (isIn(READS, name)) return READS[name](scope, question);
  if (isIn(ANSWERS, name)) return ANSWERS[name](inputsReader(scope), question);
  throw new NotFoundError(name);
}

function ofWorkspace(scope: Scope<"campaigns.read">, { name, question }: WorkspaceAsked): unknown {
  if (isIn(WORKSPACE_ANSWERS, name)) return WORKSPACE_ANSWERS[name](workspaceReader(scope), question);
  throw new NotFoundError(name);
}

/** A report's question is made here, of its link: who holds one can ask nothing else. */
function ofReport(scope: ReportScope, { name, request, now }: ReportAsked): unknown {
  const { report, zone } = scope;
  const isShown = report.sections.some((section) => REPORT_PARTS[section].answer === name);
  const isWarning =
    name === REPORT_WARNING.answer && REPORT_WARNING.sections.some((one) => report.sections.includes(one));
  if (!isShown && !isWarning) throw new NotFoundError("report");
  if (isIn(REPORT_READS, name)) return REPORT_READS[name](scope, request);
  const life = readLife(scope, { campaignId: report.campaignId });
  const bounded = reportQuestion(report, request, { now, zone, life });
  if (bounded === null) throw new NotFoundError("report");
  return ANSWERS[name as AnswerName](inputsReader(scope), bounded.question);
}

function isIn<T extends object>(registry: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(registry, name);
}
