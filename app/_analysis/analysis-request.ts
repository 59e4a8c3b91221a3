import type { AnalysisName } from "#app/_analysis/registry.ts";

/** A question to the analysis thread. Whoever asks has checked that the workspace may be read. */
export interface AnalysisRequest {
  readonly name: AnalysisName;
  readonly workspaceSlug: string;
  /** Of the kind that the analysis takes. */
  readonly question: { readonly campaignId: number };
}

/** What comes back from the thread. */
export type AnalysisAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };
