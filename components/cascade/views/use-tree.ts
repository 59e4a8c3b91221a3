import { useMemo } from "react";
import { colourSlots } from "#lib/explorer/colour-slots.ts";
import { layOutByGeneration } from "#lib/picture/lay-out-by-generation.ts";
import { pictureColours } from "../picture-colours.ts";
import type { ViewProps } from "./view-props.ts";

const MOST_CLASSES = pictureColours(false).channels.length;

/** What every view needs of a cascade: its arrays, its places in time × generation, its colour classes. */
export function useTree({ shares, scale, colour }: Pick<ViewProps, "shares" | "scale" | "colour">) {
  const nodes = useMemo(
    () => ({
      parent: Int32Array.from(shares.parent),
      depth: Int32Array.from(shares.depth),
      at: Float64Array.from(shares.at),
    }),
    [shares],
  );
  const layout = useMemo(() => layOutByGeneration(nodes, { timeScale: scale }), [nodes, scale]);
  const slots = useMemo(() => colourSlots(shares, colour, MOST_CLASSES), [shares, colour]);
  return { nodes, layout, slots };
}
