import type { EventKind, RatingRole } from "./event.ts";
import type { Evidence } from "./evidence.ts";

/** A smaller group of people could be somebody. */
export const SMALLEST_GROUP = 5;

/** A share on the way from one of the person's up to its root. */
export interface LineageStep {
  readonly code: string;
  readonly person: string;
  readonly channel: string;
}

/** A share of the person's. */
export interface PersonShare extends LineageStep {
  readonly root: string;
  /** Code that brought the person here, known or not. */
  readonly via: string | null;
  readonly evidence: Evidence | null;
  readonly at: number;
  readonly depth: number;
  readonly children: number;
  readonly descendants: number;
  readonly faults: number;
  /** Its ancestors, the nearest first; the furthest are left out of a long chain. */
  readonly above: readonly LineageStep[];
}

/** Something the person did. */
export interface PersonEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: number;
  readonly via: string | null;
  readonly code: string | null;
  readonly channel: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly role: RatingRole | null;
  readonly score: number | null;
}

/** A link that reached the person beside the first one. */
export interface Assist {
  readonly via: string;
  readonly person: string | null;
  readonly visits: number;
  readonly first: number;
}

export interface Person {
  readonly person: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly visits: number;
  /** Their own, not those that they brought. */
  readonly conversions: number;
  readonly touchVia: string | null;
  /** The latest, at most fifty. */
  readonly shares: readonly PersonShare[];
  readonly assists: readonly Assist[];
  readonly events: readonly PersonEvent[];
  readonly page: number;
  readonly pages: number;
}
