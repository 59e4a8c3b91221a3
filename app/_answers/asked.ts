import type { SealedScope } from "#db/seal-text.ts";
import type { Question } from "#lib/answers/question.ts";
import type { AnswerName, AnswerOf, WorkspaceAnswerName } from "#lib/answers/registry.ts";
import type { WorkspaceQuestion } from "#lib/answers/workspace.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { CsvDialect } from "#lib/format/csv.ts";
import type { Span } from "#lib/time/span.ts";
import type { ReadName, ReadResultOf } from "./reads.ts";

/** What is asked of a campaign by a member. */
export interface MemberAsked {
  readonly kind: "campaign";
  readonly name: AnswerName | ReadName;
  readonly question: Question;
}

/** A table of an answer that is asked for as lines of a file: what is too much to hand over in rows. */
export interface TableAsked {
  readonly kind: "table";
  readonly table: string;
  readonly dialect: CsvDialect;
  readonly question: Question;
}

/** A table as lines of a CSV file in UTF-8, without its head. */
export interface TableLines {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** When its rows are of, where that is not the period asked about. */
  readonly span: Span | null;
}

/** What is asked of all campaigns of a workspace. */
export interface WorkspaceAsked {
  readonly kind: "workspace";
  readonly name: WorkspaceAnswerName;
  readonly question: WorkspaceQuestion;
}

/** What is asked by the holder of a report link: days, and nothing else; the thread makes the question of them. */
export interface ReportAsked {
  readonly kind: "report";
  readonly name: AnswerName | ReadName;
  readonly request: ReportRequest;
  /** UTC milliseconds. */
  readonly now: number;
}

export type Asked = MemberAsked | TableAsked | WorkspaceAsked | ReportAsked;

/** A job for a thread that answers. */
export interface Job {
  readonly id: number;
  readonly scope: SealedScope;
  readonly asked: Asked;
}

/** What comes back from the thread, with how many milliseconds it took. `not-found`: there is none such for this scope. */
export type Outcome =
  | { readonly id: number; readonly result: unknown; readonly took: number }
  | { readonly id: number; readonly error: string; readonly kind: "not-found" | "failed" };

export type ResultOf<N extends AnswerName | ReadName> = N extends AnswerName
  ? AnswerOf<N>
  : N extends ReadName
    ? ReadResultOf<N>
    : never;
