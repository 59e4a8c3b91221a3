import { useMemo } from "react";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { layOutByGeneration } from "#lib/cascade/lay-out-by-generation.ts";
import { type CascadePlot, type PictureView, plotCascade } from "./plot-cascade.ts";

const LOWEST = 360;
const HIGHEST = 900;
const BAND = 56;

/** The plot at a width, laid out anew only when the shares or the time scale change. */
export function useCascadePlot(
  shares: CascadeShares,
  timeScale: "linear" | "log",
  width: number,
  view: PictureView,
): CascadePlot {
  const places = useMemo(() => {
    const nodes = {
      parent: Int32Array.from(shares.parent),
      depth: Int32Array.from(shares.depth),
      at: Float64Array.from(shares.at),
    };
    return layOutByGeneration(nodes, { timeScale });
  }, [shares, timeScale]);
  return useMemo(() => {
    const generations = (shares.depth.at(-1) ?? 0) + 1;
    const height = Math.min(HIGHEST, Math.max(LOWEST, BAND * generations));
    return plotCascade(places, shares, { width, height }, view);
  }, [places, shares, width, view]);
}
