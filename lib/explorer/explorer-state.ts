import type { Mode } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";
import type { SortOrder } from "./cascade-sort.ts";
import type { ShareSort } from "./sort-shares.ts";

export const EXPLORER_VIEWS = ["time", "bubble", "radial", "table"] as const;
export type ExplorerView = (typeof EXPLORER_VIEWS)[number];

export const COLOURINGS = ["channel", "country", "mode", "evidence", "age"] as const;
export type Colouring = (typeof COLOURINGS)[number];

export const TIME_SCALES = ["linear", "log"] as const;
export type TimeScale = (typeof TIME_SCALES)[number];

export const FLAGS = ["orphan", "cycle", "skew"] as const;
export type Flag = (typeof FLAGS)[number];

/** What of a picture's plane, 0..1 × 0..1, is in sight: magnified `zoom` times, the part left and above cut off. */
export interface PlaneView {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

export const MOST_ZOOM = 4096;

/** A counted mark that was opened: the share that it begins with, and the magnification at which it stood so. */
export interface OpenedMark {
  readonly code: string;
  /** Steps of √2; 0 for the whole picture. */
  readonly step: number;
}

/** Everything that decides what the explorer of one cascade shows; shares go by their codes. Null: not set. */
export interface ExplorerState {
  readonly view: ExplorerView;
  /** Null: whichever fits the cascade. */
  readonly scale: TimeScale | null;
  readonly colour: Colouring;
  /** The share held fast. */
  readonly selected: string | null;
  /** Only this share and what is below it. */
  readonly branch: string | null;
  /** The share whose branch is set beside the selected one's. */
  readonly compared: string | null;
  /** Shares of this generation are folded over what is below them. */
  readonly below: number | null;
  /** Shares folded, or unfolded, against what `below` says. */
  readonly toggled: readonly string[];
  /** UTC milliseconds, included. */
  readonly from: number | null;
  /** UTC milliseconds, excluded. */
  readonly until: number | null;
  readonly channel: string | null;
  readonly country: string | null;
  readonly mode: Mode | null;
  readonly evidence: Evidence | null;
  readonly flag: Flag | null;
  /** Part of a person's alias or of a code. */
  readonly search: string;
  /** Counted marks that were opened, in their order. */
  readonly opened: readonly OpenedMark[];
  /** What of the picture is in sight; null for all of it. */
  readonly plane: PlaneView | null;
  readonly sort: ShareSort;
  readonly order: SortOrder;
}

export const INITIAL_STATE: ExplorerState = {
  view: "time",
  scale: null,
  colour: "channel",
  selected: null,
  branch: null,
  compared: null,
  below: null,
  toggled: [],
  from: null,
  until: null,
  channel: null,
  country: null,
  mode: null,
  evidence: null,
  flag: null,
  search: "",
  opened: [],
  plane: null,
  sort: "generation",
  order: "asc",
};
