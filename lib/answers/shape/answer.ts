import { type Answer, inputsOf } from "#lib/answers/answer.ts";
import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import { CYCLE, ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { measureCascades } from "#lib/cascade/measure-cascades.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import type { CampaignShape } from "#lib/domain/campaign-shape.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { quantile } from "#lib/stats/quantile.ts";

/**
 * How cascades are shaped and what did not fit.
 * @param isAsked which of the forest's roots
 */
export function shapeOf(forest: ForestInput, isAsked: (root: number) => boolean = () => true): CampaignShape {
  const cascades = measureCascades(forest, subtreeSizes(forest.parent)).filter(({ root }) => isAsked(root));
  const persons = new Set<number>();
  let [shares, seeds, orphans, direct, skews, cuts] = [0, 0, 0, 0, 0, 0];
  const viralities: number[] = [];
  for (const { root, size, seedChildren, structuralVirality } of cascades) {
    const isSeeded = isSeed(forest, root);
    shares += size;
    seeds += isSeeded ? 1 : 0;
    direct += isSeeded ? seedChildren : 0;
    if (isSeeded && structuralVirality !== null) viralities.push(structuralVirality);
    for (let node = root; node < root + size; node++) {
      const fault = forest.faults[node] ?? 0;
      orphans += (fault & ORPHAN) === 0 ? 0 : 1;
      skews += (fault & SKEW) === 0 ? 0 : 1;
      cuts += (fault & CYCLE) === 0 ? 0 : 1;
      persons.add(forest.person[node] ?? 0);
    }
  }
  const isUnknown = areLinksUnknown(countLinks(forest));
  return {
    cascades: cascades.length,
    shares,
    seeds,
    orphans,
    sharers: persons.size,
    depth:
      isUnknown || cascades.length === 0
        ? null
        : cascades.reduce((most, { depth }) => Math.max(most, depth), 0),
    medianVirality:
      viralities.length === 0
        ? null
        : quantile(
            viralities.sort((a, b) => a - b),
            0.5,
          ),
    directShare: isUnknown || shares === seeds ? null : direct / (shares - seeds),
    skews,
    cuts,
  };
}

/** The whole campaign's shape, whatever the period, with the rows of imports that wait to be tried again. */
export const shapeAnswer: Answer<CampaignShape & { readonly quarantined: number }> = (read, question) => {
  const inputs = inputsOf(read, question, question.asOf);
  return { ...shapeOf(inputs.forest), quarantined: inputs.quarantined };
};
