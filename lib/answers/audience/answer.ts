import { overPeriod } from "#lib/answers/answer.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { countPeople, partOfPeople } from "#lib/answers/selection/reached-rate.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import type { AudiencePlan } from "#lib/domain/audience-plan.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { ATTRIBUTES, type Attribute } from "#lib/domain/event.ts";
import { SMALLEST_GROUP } from "#lib/domain/person.ts";
import { type PoolingVerdict, poolParts } from "#lib/estimators/pooled.ts";

export interface AudienceGroup {
  readonly value: string;
  readonly people: number;
  /** Part of the people who state the attribute. */
  readonly part: number;
  readonly isPlanned: boolean;
  readonly shareRate: Estimate;
  readonly conversionRate: Estimate;
  /** Both drawn towards those of all groups shown (METRICS §2.10): what groups may be held against each other by. */
  readonly shareRatePooled: Estimate;
  readonly conversionRatePooled: Estimate;
}

export interface AudienceAttribute {
  readonly attribute: Attribute;
  /** People reached who state it. */
  readonly known: number;
  /** The largest first. */
  readonly groups: readonly AudienceGroup[];
  /** Whether the groups differ in a rate. */
  readonly pooling: Readonly<Record<"shareRate" | "conversionRate", PoolingVerdict>>;
  /** Groups too small to show, and their people together; 0 where the number itself would tell of somebody. */
  readonly hidden: { readonly groups: number; readonly people: number };
  /** Part of the people who state it that lies in the plan; null where nothing is planned. */
  readonly onTarget: Estimate | null;
  /** Planned values that nobody, or too few, stated. */
  readonly missed: readonly string[];
}

export interface AudienceAnswer {
  readonly people: number;
  readonly attributes: readonly AudienceAttribute[];
}

/**
 * Did it reach whom it was meant for? By what people volunteered; groups below five are not shown, nor can they be
 * had by subtraction: where hiding them would leave fewer than five hidden people, the next smallest is hidden too.
 */
export function analyseAudience(selection: Selection, plan: AudiencePlan): AudienceAnswer {
  const { activity } = selection;
  const reached = reachedPeople(selection);
  const placeOf = new Int32Array(activity.persons).fill(-1);
  reached.people.forEach((person, i) => {
    placeOf[person] = i;
  });
  const attributes = ATTRIBUTES.map((attribute) => {
    // Somebody counts in the group that they stated last.
    const group = new Int32Array(reached.people.length).fill(-1);
    const column = activity.attributes.get(attribute);
    for (let event = 0; event < activity.size; event++) {
      const [place, number] = [placeOf[activity.person[event] ?? 0] ?? -1, column?.numbers[event] ?? -1];
      if (place !== -1 && number !== -1) group[place] = number;
    }
    return summed(attribute, group, column?.texts ?? [], reached, plan[attribute] ?? []);
  });
  return { people: reached.people.length, attributes: attributes.filter(({ known }) => known > 0) };
}

function summed(
  attribute: Attribute,
  group: Int32Array,
  texts: readonly string[],
  reached: ReturnType<typeof reachedPeople>,
  planned: readonly string[],
): AudienceAttribute {
  const tallies = texts.map((value) => ({ value, people: 0, places: [] as number[] }));
  group.forEach((number, place) => {
    const tally = tallies[number];
    if (tally === undefined) return;
    tally.people += 1;
    tally.places.push(place);
  });
  const partOf = (holds: Uint8Array, places: readonly number[]) =>
    partOfPeople(reached.cascade, holds, places);
  const pool = (holds: Uint8Array, among: typeof tallies) =>
    poolParts(among.map(({ places }) => countPeople(reached.cascade, holds, places)));
  const seen = tallies
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1));
  const known = seen.reduce((sum, { people }) => sum + people, 0);
  const isPlanned = (value: string) => planned.some((wanted) => wanted.toLowerCase() === value.toLowerCase());
  const shown = seen.slice(0, shownGroups(seen.map(({ people }) => people)));
  const hidden = known - shown.reduce((sum, { people }) => sum + people, 0);
  const shownValues = shown.map(({ value }) => value.toLowerCase());
  // With what is shown, the exact part would tell how many of the hidden are planned.
  const isTelling = seen.slice(shown.length).some(({ value }) => isPlanned(value));
  const asked = isTelling ? shown : seen;
  const onTarget = Uint8Array.from(group, (number) => (isPlanned(texts[number] ?? "") ? 1 : 0));
  // Of what is shown alone, so that nothing tells of what is hidden.
  const [shared, converted] = [pool(reached.hasShared, shown), pool(reached.hasConverted, shown)];
  return {
    pooling: { shareRate: shared.verdict, conversionRate: converted.verdict },
    ...{ attribute, known, hidden: { groups: seen.length - shown.length, people: hidden } },
    groups: shown.map(({ value, people, places }, i) => ({
      ...{ value, people, part: people / known, isPlanned: isPlanned(value) },
      shareRate: partOf(reached.hasShared, places),
      conversionRate: partOf(reached.hasConverted, places),
      shareRatePooled: shared.estimates[i] ?? { value: null, why: "empty" },
      conversionRatePooled: converted.estimates[i] ?? { value: null, why: "empty" },
    })),
    onTarget:
      planned.length === 0
        ? null
        : partOf(
            onTarget,
            asked.flatMap(({ places }) => places),
          ),
    missed: planned.filter((value) => !shownValues.includes(value.toLowerCase())),
  };
}

/** How many of the groups, largest first, may be shown. */
function shownGroups(sizes: readonly number[]): number {
  let shown = sizes.findIndex((people) => people < SMALLEST_GROUP);
  if (shown === -1) return sizes.length;
  // A lone hidden group is one of too few people, too.
  const hiddenPeople = () => sizes.slice(shown).reduce((sum, people) => sum + people, 0);
  while (shown > 0 && hiddenPeople() < SMALLEST_GROUP) shown -= 1;
  return shown;
}

/** The Audience page's answer, held against the campaign's plan. */
export const audienceAnswer = overPeriod((selection, _question, { campaign }) =>
  analyseAudience(selection, campaign.audiencePlan),
);
