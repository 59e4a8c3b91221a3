import type { Estimate } from "#lib/domain/estimate.ts";
import type { Suspicion } from "./suspicion.ts";

/** What one rule suspects. */
export interface SuspicionCount {
  readonly rule: Suspicion;
  readonly shares: number;
  readonly persons: number;
  /** The earliest of its shares, at most five. */
  readonly examples: readonly { readonly code: string; readonly root: string; readonly person: string }[];
}

/** Whether somebody may be gaming a campaign, and what is left of it without all that is suspect. */
export interface Integrity {
  readonly shares: number;
  readonly rules: readonly SuspicionCount[];
  /** Shares that any rule suspects, and those that only hang below them. */
  readonly suspect: number;
  readonly below: number;
  /** K of all shares, and of those that are neither suspect nor below one that is. */
  readonly k: Estimate;
  readonly kWithout: Estimate;
  /** Null where nothing reports visits, or no conversion came. */
  readonly conversions: {
    readonly all: number;
    /** Sooner after the person's first visit than anybody decides. */
    readonly hasty: number;
    /** By people who never visited and never shared. */
    readonly unvisited: number;
  } | null;
}
