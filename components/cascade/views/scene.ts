import type { PictureColours } from "../picture-colours.ts";
import type { Pen } from "./pen.ts";
import type { Box, Plot } from "./plot.ts";

export interface Focus {
  /** The share under the pointer, or else the one selected. */
  readonly active: number | null;
  /** Whether what does not belong to the active share steps back. */
  readonly isHovered: boolean;
  readonly selected: number | null;
  readonly compared: number | null;
  readonly found: readonly number[];
}

/** What a point of the picture belongs to. */
export type Hit =
  | { readonly kind: "share"; readonly share: number }
  /** A counted mark; `parent` is what its shares hang on, -1 for none. */
  | { readonly kind: "fold"; readonly share: number; readonly count: number; readonly parent: number };

/** A cascade at one zoom: how to draw it, what is where. */
export interface Scene {
  /** Shares drawn on their own or not drawn at all, and counted marks. */
  readonly folded: number;
  draw(pen: Pen, plot: Plot, colours: PictureColours): void;
  /** Draws what is lit, over the picture. */
  light(pen: Pen, plot: Plot, colours: PictureColours, focus: Focus): void;
  hit(plot: Plot, x: number, y: number): Hit | null;
  /** Where a share is drawn, on the plane. */
  placeOf(share: number): { readonly x: number; readonly y: number };
  /** Shares in the counted mark that begins with a share, and the part of the plane they take. */
  membersOf(share: number): { readonly shares: readonly number[]; readonly box: Box };
}

/** Makes the scene for a zoom; `pixels` is the size of the whole plane in pixels at that zoom. */
export type SceneMaker = (level: {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly opened: Uint8Array;
}) => Scene;
