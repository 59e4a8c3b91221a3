import type { DateMode, ReportSection, ReportTheme } from "./report-link.ts";

/** What a person typed about a report link, untouched. */
export interface ReportFormValues {
  readonly name: string;
  readonly notes: string;
  readonly sections: readonly ReportSection[];
  readonly dateMode: DateMode;
  readonly fromDay: string;
  readonly toDay: string;
  readonly expiresOn: string;
  readonly aliases: boolean;
  readonly csv: boolean;
  readonly previewCard: boolean;
  readonly locale: string;
  readonly theme: ReportTheme;
  readonly embedOrigins: string;
}

/** The form, what was wrong with it in the person's language, and the address of a link just made. */
export interface ReportFormState {
  readonly values: ReportFormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly link?: string;
}
