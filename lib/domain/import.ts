import type { EventFaultReason } from "./event-fault.ts";
import type { ParentReport } from "./parent-report.ts";

/** Keep what is good and quarantine the rest, or take nothing unless all is good. */
export const IMPORT_POLICIES = ["keep-good", "all-or-nothing"] as const;
export type ImportPolicy = (typeof IMPORT_POLICIES)[number];

/** uploaded → checking → checked → queued → importing → done; the rest are ends. */
export const IMPORT_STATUSES = [
  "uploaded",
  "checking",
  "checked",
  "queued",
  "importing",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** received = accepted + duplicate + quarantined + refused, always. */
export interface IntakeCounts {
  readonly received: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly refused: number;
}

/** What importing a file would do, counted over the whole file without storing anything. */
export interface DryRunReport {
  readonly counts: IntakeCounts;
  readonly kinds: Readonly<Record<string, number>>;
  readonly seeds: number;
  /** Rows known by their id or code that say something else than the record of it; left out of reports of before. */
  readonly conflicts?: number;
  /** Shares whose stated parent is neither in the file nor in the campaign. */
  readonly orphans: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
  readonly faults: readonly {
    readonly field: string;
    readonly reason: EventFaultReason;
    readonly rows: number;
  }[];
  /** Cells from which invisible marks were taken; left out of reports made before they were counted. */
  readonly marked?: number;
  /** Of the parents that shares state; null where nothing need be said. */
  readonly parents?: ParentReport | null;
}
