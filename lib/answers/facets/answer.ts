import { type Answer, inputsOf } from "#lib/answers/answer.ts";
import type { CampaignInputs } from "#lib/answers/inputs.ts";
import { shareIntegrity } from "#lib/answers/integrity/share-integrity.ts";
import { generationOf } from "#lib/answers/selection/share-test.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { SMALLEST_GROUP } from "#lib/domain/person.ts";
import { FOREST_MODES } from "#lib/inputs/forest-input.ts";
import { type Dimension, INTEGRITIES, PERSON_DIMENSIONS, SHARE_DIMENSIONS } from "#lib/query/query.ts";

const SHARE = EVENT_KINDS.indexOf("share");
const MOST = 100;

/** The values that occur in each dimension, with the shares or events that have them; the most frequent first. */
export type Facets = Readonly<
  Partial<Record<Dimension, readonly { readonly value: string; readonly count: number }[]>>
>;

/** Lists what a campaign can be filtered by; at most a hundred values of a dimension. */
export function listFacets({ forest, activity }: CampaignInputs): Facets {
  const counts = new Map<Dimension, Map<string, number>>();
  const add = (dimension: Dimension, value: string | null | undefined) => {
    if (value == null || value === "") return;
    const of = counts.get(dimension) ?? new Map<string, number>();
    counts.set(dimension, of);
    of.set(value, (of.get(value) ?? 0) + 1);
  };
  const integrity = shareIntegrity(forest);
  // Where all is sound there is nothing to choose.
  const hasSuspects = integrity.some((mark) => mark !== 0);
  for (let node = 0; node < forest.size; node++) {
    const root = forest.root[node] ?? node;
    add("channel", forest.channels[forest.channel[node] ?? 0]);
    add("mode", FOREST_MODES[forest.mode[node] ?? 0]);
    add("generation", generationOf(forest, node));
    add("evidence", forest.evidences[node]);
    add("seedKind", forest.seedKinds[root]);
    add("variant", forest.variants[root]);
    if (hasSuspects) add("integrity", INTEGRITIES[integrity[node] ?? 0]);
  }
  for (let event = 0; event < activity.size; event++) {
    if (activity.kind[event] !== SHARE && activity.share[event] === -1) continue;
    for (const dimension of PERSON_DIMENSIONS) {
      const column = activity.attributes.get(dimension);
      add(dimension, column?.texts[column.numbers[event] ?? -1]);
    }
  }
  const isPerson = (dimension: Dimension) => !SHARE_DIMENSIONS.some((other) => other === dimension);
  return Object.fromEntries(
    [...counts].map(([dimension, of]) => [
      dimension,
      [...of]
        .map(([value, count]) => ({ value, count }))
        .filter(({ count }) => !isPerson(dimension) || count >= SMALLEST_GROUP)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, MOST),
    ]),
  );
}

/** What a campaign can be filtered by. */
export const facetsAnswer: Answer<Facets> = (read, question) =>
  listFacets(inputsOf(read, question, question.asOf));
