import { overPeriod } from "#lib/answers/answer.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { countPeople, partOfPeople } from "#lib/answers/selection/reached-rate.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import type { AudiencePlan } from "#lib/domain/audience-plan.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { ATTRIBUTES, type Attribute, EVENT_KINDS } from "#lib/domain/event.ts";
import { SMALLEST_GROUP } from "#lib/domain/person.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSamplesBy } from "#lib/estimators/lag-samples.ts";
import { type PoolingVerdict, poolKs, poolParts } from "#lib/estimators/pooled.ts";

const EMPTY = { value: null, why: "empty" } as const;
const SHARE = EVENT_KINDS.indexOf("share");

export interface AudienceGroup {
  readonly value: string;
  readonly people: number;
  /** Part of the people who state the attribute. */
  readonly part: number;
  readonly isPlanned: boolean;
  readonly shareRate: Estimate;
  readonly conversionRate: Estimate;
  /** Children of the shares that its people made. */
  readonly k: Estimate;
  /** All three drawn towards those of all groups shown (METRICS §2.10): what groups may be ranked by. */
  readonly shareRatePooled: Estimate;
  readonly conversionRatePooled: Estimate;
  readonly kPooled: Estimate;
}

/** Figures of groups that are pooled, the one before the other when they are ranked. */
export const AUDIENCE_RATES = ["k", "shareRate", "conversionRate"] as const;
export type AudienceRate = (typeof AUDIENCE_RATES)[number];

export interface AudienceAttribute {
  readonly attribute: Attribute;
  /** People reached who state it. */
  readonly known: number;
  /** By the pooled figure that ranks them, the largest first where none does; those of one cascade stand last. */
  readonly groups: readonly AudienceGroup[];
  /** The first figure in which the groups differ beyond chance; null where there is none. */
  readonly rankedBy: AudienceRate | null;
  /** Whether the groups differ in a figure. */
  readonly pooling: Readonly<Record<AudienceRate, PoolingVerdict>>;
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
  const attributes = ATTRIBUTES.map((attribute) => {
    // Somebody counts in the group that they stated last.
    const stated = new Int32Array(activity.persons).fill(-1);
    const column = activity.attributes.get(attribute);
    for (let event = 0; column !== undefined && event < activity.size; event++) {
      const number = column.numbers[event] ?? -1;
      if (number !== -1) stated[activity.person[event] ?? 0] = number;
    }
    const groups = { stated, texts: column?.texts ?? [] };
    return summed(selection, attribute, groups, { reached, planned: plan[attribute] ?? [] });
  });
  return { people: reached.people.length, attributes: attributes.filter(({ known }) => known > 0) };
}

/** What each person stated of an attribute, by a number of the texts; -1 of who stated nothing. */
interface Stated {
  readonly stated: Int32Array;
  readonly texts: readonly string[];
}

function summed(
  selection: Selection,
  attribute: Attribute,
  { stated, texts }: Stated,
  { reached, planned }: { reached: ReturnType<typeof reachedPeople>; planned: readonly string[] },
): AudienceAttribute {
  const group = reached.people.map((person) => stated[person] ?? -1);
  const tallies = texts.map((value, number) => ({ number, value, people: 0, places: [] as number[] }));
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
  const ks = ksOf(
    selection,
    stated,
    shown.map(({ number }) => number),
  );
  const k = poolKs(ks);
  const pooling = { k: k.verdict, shareRate: shared.verdict, conversionRate: converted.verdict };
  const rankedBy = AUDIENCE_RATES.find((rate) => pooling[rate] === "differ") ?? null;
  const groups = shown.map(({ value, people, places }, i) => ({
    ...{ value, people, part: people / known, isPlanned: isPlanned(value) },
    shareRate: partOf(reached.hasShared, places),
    conversionRate: partOf(reached.hasConverted, places),
    k: ks[i]?.estimate ?? EMPTY,
    shareRatePooled: shared.estimates[i] ?? EMPTY,
    conversionRatePooled: converted.estimates[i] ?? EMPTY,
    kPooled: k.estimates[i] ?? EMPTY,
  }));
  return {
    ...{ attribute, known, hidden: { groups: seen.length - shown.length, people: hidden } },
    ...{ pooling, rankedBy },
    groups: rankedBy === null ? groups : groups.toSorted((a, b) => rankIn(rankedBy, b) - rankIn(rankedBy, a)),
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

/** Where a group stands: one of a single cascade shows the mean of all, which is no rank of its own. */
function rankIn(rate: AudienceRate, group: AudienceGroup): number {
  const pooled = group[`${rate}Pooled`];
  return pooled.value === null || pooled.note === "too-few-to-tell" ? -1 : pooled.value;
}

/** K of the chosen shares that people of each group made. @param numbers of the groups, as stated */
function ksOf(selection: Selection, stated: Int32Array, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const { activity, forest, chosen, lags, asOf, horizon } = selection;
  const placeOf = new Map(numbers.map((number, place) => [number, place]));
  const groupOf = new Int32Array(forest.size).fill(-1);
  for (let event = 0; event < activity.size; event++) {
    const node = activity.share[event] ?? -1;
    if (activity.kind[event] !== SHARE || chosen[node] !== 1) continue;
    groupOf[node] = placeOf.get(stated[activity.person[event] ?? 0] ?? -1) ?? -1;
  }
  const samples = lagSamplesBy(forest, asOf, numbers.length, (share) => groupOf[share] ?? -1);
  return samples.map((sample) => reproductionNumber(sample, horizon, lags.interval.cdf));
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
