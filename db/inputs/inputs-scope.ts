import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Whoever may have answers: a member who reads campaigns, or the holder of a report link, of its campaign alone. */
export type InputsScope = Scope<"campaigns.read"> | ReportScope;
