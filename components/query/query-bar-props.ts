import type { Segment } from "#lib/domain/segment.ts";
import type { Life } from "#lib/query/resolve-query.ts";

/** What the question bar knows of the campaign. */
export interface QueryBarProps {
  /** From its first to its last event; null before the first. */
  readonly life: Life | null;
  readonly zone: string;
  /** UTC milliseconds, as the server read the clock. */
  readonly now: number;
  /** Campaigns to compare with. */
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly segments: readonly Segment[];
  /** Where the values of filters are listed. */
  readonly facetsHref: string;
  /** Whether the page shows steps of time, whose length may then be chosen. */
  readonly hasSteps: boolean;
  readonly canShare: boolean;
  readonly saveSegment: (form: FormData) => Promise<void>;
  readonly deleteSegment: (form: FormData) => Promise<void>;
}
