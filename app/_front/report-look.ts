import type { ReportTheme } from "#lib/access/report-link.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** What of a report link decides an answer before any page runs. */
export interface ReportLook {
  /** Origins that may show it in a frame. */
  readonly embedOrigins: readonly string[];
  /** Language until the reader chooses one; null: the browser's. */
  readonly locale: Locale | null;
  readonly theme: ReportTheme;
}

/** Looks a live link up by its token; null for all others alike. */
export type FindReportLook = (token: string) => ReportLook | null;
