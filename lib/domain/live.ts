import type { EventKind } from "./event.ts";

/** Something that has just happened. */
export interface LiveEvent {
  /** Its place in the journal. */
  readonly seq: number;
  readonly kind: EventKind;
  readonly person: string;
  readonly via: string | null;
  readonly code: string | null;
  readonly channel: string | null;
  /** Cascade that it belongs to, where its share or the share behind it is known. */
  readonly root: string | null;
  /** Who handed out the code that brought this person. */
  readonly broughtBy: string | null;
  readonly receivedAt: number;
}

/** The last half hour of a campaign. */
export interface LiveView {
  /** UTC milliseconds of the last minute's start. */
  readonly minute: number;
  /** Events of each of the last thirty minutes, the oldest first. */
  readonly minutes: readonly {
    readonly visits: number;
    readonly shares: number;
    readonly conversions: number;
  }[];
  readonly people: number;
  /** The newest first. */
  readonly events: readonly LiveEvent[];
}
