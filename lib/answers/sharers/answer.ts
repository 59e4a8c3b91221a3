import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { type CreditRule, creditConversions } from "#lib/estimators/credit.ts";
import { personInfluence, shrunkenK } from "#lib/estimators/influence.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import {
  type OffspringDistribution,
  offspringCounts,
  offspringDistribution,
} from "#lib/estimators/offspring.ts";
import { type ConversionsInput, conversionsInput } from "#lib/inputs/conversions-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { pageSharers } from "./page-sharers.ts";
import { parseSharerQuery } from "./parse-sharer-query.ts";
import type { CreditRuleName, SharerPage, SharerRanking, SharerRow } from "./sharers.ts";

interface SharersInputs {
  readonly forest: ForestInput;
  readonly conversions: ConversionsInput;
  readonly lags: LagsInput;
  readonly offspring: OffspringDistribution;
}

const DECAY = 0.5;
const PAGE_ROWS = 50;

/**
 * What every sharer of a campaign brought (METRICS §6), in no order. Seeds are left out of a person's K, as
 * they are of the campaign's. O(shares log shares + conversions).
 */
export function analyseSharers(
  { forest, conversions, lags, offspring }: SharersInputs,
  { asOf, horizon, rule }: MetricContext & { readonly rule: CreditRuleName },
): SharerRanking {
  const { cdf } = lags.interval;
  const k = reproductionNumber(lags.sharers, horizon, cdf).estimate;
  const { dispersion } = offspring.fit;
  const value = sum(conversions.value);
  const creditIn = value > 0 ? "value" : "conversions";
  const { credit, unattributed } = creditConversions(
    forest,
    creditIn === "value" ? conversions : { ...conversions, value: conversions.value.map(() => 1) },
    creditRule(rule),
  );
  const influence = personInfluence(forest, conversions);
  const shares = tallyShares(forest, credit);
  const kOf = personK(forest, { k, dispersion, asOf, horizon, cdf });
  const at = (values: ArrayLike<number>, person: number) => values[person] ?? 0;
  const rows = forest.persons.map(
    (name, person): SharerRow => ({
      person: name,
      shares: at(influence.shares, person),
      cascades: at(shares.cascades, person),
      children: at(influence.children, person),
      descendants: at(influence.descendants, person),
      k: kOf(person),
      conversions: at(influence.conversions, person),
      value: at(influence.value, person),
      credit: at(shares.credit, person),
      first: at(shares.first, person),
      last: at(shares.last, person),
      selfChildren: at(shares.selfChildren, person),
      orphans: at(shares.orphans, person),
      skews: at(shares.skews, person),
      burst: at(shares.burst, person),
    }),
  );
  const repeaters = influence.shares.reduce((count, own) => count + (own > 1 ? 1 : 0), 0);
  return {
    rows,
    totals: {
      ...{
        persons: rows.length,
        repeaters,
        shares: forest.size,
        value,
        creditIn,
        unattributed,
        k,
        dispersion,
      },
      conversions: conversions.share.length,
    },
  };
}

function creditRule(rule: CreditRuleName): CreditRule {
  return rule === "decay" ? { rule, lambda: DECAY } : { rule };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sums over the shares of every person. */
function tallyShares(
  { size, persons, person, parent, root, at, faults }: ForestInput,
  credited: Float64Array,
) {
  const count = () => new Int32Array(persons.length);
  const [cascades, selfChildren, orphans, skews] = [count(), count(), count(), count()];
  const credit = new Float64Array(persons.length);
  const first = new Float64Array(persons.length).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(persons.length).fill(Number.NEGATIVE_INFINITY);
  const lastRoot = new Int32Array(persons.length).fill(-1);
  const add = (to: Int32Array | Float64Array, who: number, amount: number) => {
    to[who] = (to[who] ?? 0) + amount;
  };
  for (let share = 0; share < size; share++) {
    const who = person[share] ?? 0;
    const when = at[share] ?? 0;
    const fault = faults[share] ?? 0;
    add(credit, who, credited[share] ?? 0);
    if (lastRoot[who] !== root[share]) add(cascades, who, 1);
    lastRoot[who] = root[share] ?? -1;
    first[who] = Math.min(first[who] ?? when, when);
    last[who] = Math.max(last[who] ?? when, when);
    if ((fault & ORPHAN) !== 0) add(orphans, who, 1);
    if ((fault & SKEW) !== 0) add(skews, who, 1);
    const above = parent[share] ?? -1;
    if (above !== -1 && person[above] === who) add(selfChildren, who, 1);
  }
  return { cascades, credit, first, last, selfChildren, orphans, skews, burst: bursts(person, at, persons) };
}

/** Most shares of every person within one minute: a window that slides over their times. */
function bursts(person: Int32Array, at: Float64Array, persons: readonly string[]): Int32Array {
  const times = persons.map((): number[] => []);
  person.forEach((who, share) => {
    times[who]?.push(at[share] ?? 0);
  });
  return Int32Array.from(times, (own) => {
    own.sort((a, b) => a - b);
    let from = 0;
    let most = 0;
    own.forEach((time, index) => {
      while (time - (own[from] ?? time) >= MINUTE) from += 1;
      most = Math.max(most, index - from + 1);
    });
    return most;
  });
}

interface Prior extends MetricContext {
  readonly k: Estimate;
  readonly dispersion: Estimate;
  readonly cdf: (age: number) => number;
}

/** Shrunken K by person; null for persons of seeds alone and where the campaign's own is unknown. */
function personK(
  forest: ForestInput,
  { k, dispersion, asOf, horizon, cdf }: Prior,
): (person: number) => number | null {
  const { value: mean } = k;
  const { value: spread } = dispersion;
  if (mean === null || spread === null) return () => null;
  const counts = offspringCounts(forest, asOf, horizon);
  const children = new Float64Array(forest.persons.length);
  const effective = new Float64Array(forest.persons.length);
  const sharers = new Uint8Array(forest.persons.length);
  for (let share = 0; share < forest.size; share++) {
    if (isSeed(forest, share)) continue;
    const who = forest.person[share] ?? 0;
    const age = asOf - (forest.at[share] ?? 0);
    sharers[who] = 1;
    children[who] = (children[who] ?? 0) + (counts[share] ?? 0);
    effective[who] = (effective[who] ?? 0) + (age >= horizon ? 1 : cdf(Math.max(0, age)));
  }
  return (who) =>
    sharers[who] === 1 ? shrunkenK(children[who] ?? 0, effective[who] ?? 0, mean, spread) : null;
}

/** Everybody who shared in the cascades chosen, in no order; `?credit=` says how conversions are credited. */
export const sharerRanking: Answer<SharerRanking> = (read, question) => {
  const { inputs, forest, lags, asOf, horizon } = chosenCascades(read, question);
  const conversions = conversionsInput(forest, inputs.conversions);
  const offspring = offspringDistribution(lags, horizon);
  const { rule } = parseSharerQuery(question.options);
  return analyseSharers({ forest, conversions, lags, offspring }, { asOf, horizon, rule });
};

/** The Sharers page's answer: one page of the ranking, or all of it. */
export const sharersAnswer: Answer<SharerPage> = (read, question) => {
  const ranking = sharerRanking(read, question);
  const query = parseSharerQuery(question.options);
  if (question.options.rows !== "all") return pageSharers(ranking, query, PAGE_ROWS);
  return pageSharers(ranking, { ...query, page: 1 }, Math.max(1, ranking.rows.length));
};
