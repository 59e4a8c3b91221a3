import type { Ref } from "react";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { Colouring, PlaneView } from "#lib/explorer/explorer-state.ts";

export interface ViewProps {
  readonly shares: CascadeShares;
  /** 1 where a share takes part; the others are not drawn. The array is read only while its identity is new. */
  readonly visible: Uint8Array;
  readonly colour: Colouring;
  /** Scale of the time axis; views without one ignore it. */
  readonly scale: "linear" | "log";
  /** Shares whose subtree is folded into a counted mark. */
  readonly collapsed: ReadonlySet<number>;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly compared: number | null;
  /** Shares that the search finds. */
  readonly found: readonly number[];
  /** What of the picture is in sight; null for all of it. */
  readonly plane: PlaneView | null;
  onPlane(plane: PlaneView | null): void;
  /** Counted marks that were opened, in their order; shares by their index. */
  readonly opened: readonly { readonly share: number; readonly step: number }[];
  /** Opens one more; null closes all. */
  onOpen(mark: { readonly share: number; readonly step: number } | null): void;
  onSelect(share: number | null): void;
  onHover(share: number | null): void;
  /** Folds or unfolds the subtree of a share. */
  onToggle(share: number): void;
  readonly ref?: Ref<ViewHandle>;
}

/** Words of an exported picture. */
export interface PictureText {
  readonly title: string;
  /** Period and zone, under the title. */
  readonly note: string;
}

/** What a shell may ask of the view on screen. */
export interface ViewHandle {
  toSvg(options: PictureText): string;
  toPng(options: PictureText): Promise<Blob>;
  /** Shows the whole cascade again. */
  fit(): void;
}
