import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { drawLomax, drawPoisson } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { DAY, SECOND } from "#lib/time/lengths.ts";

/** Children come within this age of their parent, so that K within it is all of K. */
export const HORIZON = 7 * DAY;
const MOST_SHARES = 60_000;

/** One cascade's law: children expected of its seed and of each sharer. */
export interface CascadeLaw {
  readonly k0: number;
  readonly k: number;
}

/** A law of campaigns, made for the coverage of intervals alone and apart from the product's own simulator. */
export interface CampaignLaw {
  /** Cascades of one group have one seeder and one law. */
  readonly seedsPerGroup: number;
  law(random: Random): CascadeLaw;
  /** Gamma heterogeneity of sharers; Infinity is none. */
  readonly dispersion: number;
  /** How many times longer children are waited for than elsewhere; 1 when left out. */
  readonly slowness?: number;
  /** When a seed is planted, in milliseconds from the start. */
  plantedAt(random: Random): number;
  /** As of when the campaign is looked at, in milliseconds from the start. */
  readonly asOf: number;
}

/** Draws a campaign of so many cascades as it stands at `asOf`: what is born later is not in it. */
export function drawCampaign(campaign: CampaignLaw, cascades: number, random: Random): ForestShape {
  const parent: number[] = [];
  const root: number[] = [];
  const depth: number[] = [];
  const at: number[] = [];
  const roots: number[] = [];
  const groupOf: number[] = [];
  let law = campaign.law(random);
  for (let cascade = 0; cascade < cascades; cascade++) {
    if (cascade % campaign.seedsPerGroup === 0) law = campaign.law(random);
    const first = parent.length;
    roots.push(first);
    groupOf.push(roots[cascade - (cascade % campaign.seedsPerGroup)] ?? first);
    parent.push(-1);
    root.push(first);
    depth.push(0);
    at.push(campaign.plantedAt(random));
    for (let share = first; share < parent.length && parent.length < MOST_SHARES; share++) {
      const children =
        share === first
          ? drawPoisson(random, law.k0)
          : drawNegativeBinomial(random, law.k, campaign.dispersion);
      for (let child = 0; child < children; child++) {
        const lag = drawLomax(random, 0.41, 750 * SECOND * (campaign.slowness ?? 1), HORIZON);
        const born = (at[share] ?? 0) + lag;
        if (born > campaign.asOf) continue;
        parent.push(share);
        root.push(first);
        depth.push((depth[share] ?? 0) + 1);
        at.push(born);
      }
    }
  }
  const size = parent.length;
  return {
    size,
    parent: Int32Array.from(parent),
    root: Int32Array.from(root),
    depth: Int32Array.from(depth),
    faults: new Uint8Array(size),
    at: Float64Array.from(at),
    roots: Int32Array.from(roots),
    ...(campaign.seedsPerGroup === 1 ? {} : { seeder: seedersOf(root, roots, groupOf) }),
  };
}

function seedersOf(
  root: readonly number[],
  roots: readonly number[],
  groupOf: readonly number[],
): Int32Array {
  const placeOf = new Map(roots.map((node, i) => [node, i]));
  return Int32Array.from(root, (node) => groupOf[placeOf.get(node) ?? -1] ?? node);
}
