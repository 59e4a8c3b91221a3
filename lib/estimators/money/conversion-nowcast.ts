import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";

/** A share's first fifth tells too little: beyond this factor a single conversion would decide the total. */
const LEAST_SEEN = 0.2;

/**
 * For every conversion, how many the shares of its age class will have had in the end: 1 over the part of
 * conversions that come by the age of the share it came through (METRICS §5.2), at most 5; 1 through no
 * known share.
 * @param asOf UTC milliseconds
 * @param lagCdf part of a share's conversions that come by its age
 */
export function conversionNowcast(
  { at }: Pick<ForestShape, "at">,
  { share }: Pick<ConversionsInput, "share">,
  asOf: number,
  lagCdf: LagCdf,
): Float64Array {
  return Float64Array.from(share, (through) => {
    const born = at[through];
    return born === undefined ? 1 : 1 / Math.max(LEAST_SEEN, lagCdf(asOf - born));
  });
}
