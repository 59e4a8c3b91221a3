import { type Answer, inputsOf } from "#lib/answers/answer.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { INTEGRITIES } from "#lib/query/query.ts";
import type { Integrity, SuspicionCount } from "./integrity.ts";
import { kOfForest, kWithoutSuspects } from "./k-without-suspects.ts";
import { type MarkedCodes, markedCodes } from "./marked-codes.ts";
import { shareIntegrity } from "./share-integrity.ts";
import { suspectShares } from "./suspect-shares.ts";
import { HASTE_MS, SUSPICIONS, type Suspicion } from "./suspicion.ts";

const MOST_EXAMPLES = 5;

/**
 * Marks what may be no spread from person to person, by fixed rules, and tells K with it and without it. Nothing is
 * deleted.
 */
export function analyseIntegrity(
  { forest, activity }: { readonly forest: ForestInput; readonly activity: ActivityInput },
  { asOf, horizon }: MetricContext,
): Integrity {
  const marks = suspectShares(forest);
  const integrity = shareIntegrity(forest);
  const countOfMark = (name: (typeof INTEGRITIES)[number]) => {
    const wanted = INTEGRITIES.indexOf(name);
    return integrity.reduce((count, mark) => count + (mark === wanted ? 1 : 0), 0);
  };
  return {
    shares: forest.size,
    rules: SUSPICIONS.map((rule) => countOf(forest, rule, marks[rule])),
    suspect: countOfMark("suspect"),
    below: countOfMark("below"),
    k: kOfForest(forest, asOf, horizon),
    kWithout: kWithoutSuspects(forest, asOf, horizon).k,
    conversions: judgeConversions(activity),
  };
}

function countOf(forest: ForestInput, rule: Suspicion, marks: Uint8Array): SuspicionCount {
  const shares = Array.from(marks.keys()).filter((share) => marks[share] === 1);
  const earliest = shares
    .toSorted((a, b) => (forest.at[a] ?? 0) - (forest.at[b] ?? 0) || a - b)
    .slice(0, MOST_EXAMPLES);
  return {
    rule,
    shares: shares.length,
    persons: new Set(shares.map((share) => forest.person[share])).size,
    examples: earliest.map((share) => ({
      code: forest.codes[share] ?? "",
      root: forest.codes[forest.root[share] ?? 0] ?? "",
      person: forest.persons[forest.person[share] ?? 0] ?? "",
    })),
  };
}

function judgeConversions(activity: ActivityInput): Integrity["conversions"] {
  const { size, at, kind, person, persons, hasVisits } = activity;
  const [visit, share, conversion] = (["visit", "share", "conversion"] as const).map((name) =>
    EVENT_KINDS.indexOf(name),
  );
  const firstVisit = new Float64Array(persons).fill(Number.POSITIVE_INFINITY);
  const hasShared = new Uint8Array(persons);
  for (let event = 0; event < size; event++) {
    const who = person[event] ?? 0;
    if (kind[event] === visit) firstVisit[who] = Math.min(firstVisit[who] ?? 0, at[event] ?? 0);
    if (kind[event] === share) hasShared[who] = 1;
  }
  let [all, hasty, unvisited] = [0, 0, 0];
  for (let event = 0; event < size; event++) {
    if (kind[event] !== conversion) continue;
    all += 1;
    const who = person[event] ?? 0;
    const since = (at[event] ?? 0) - (firstVisit[who] ?? 0);
    if (since >= 0 && since <= HASTE_MS) hasty += 1;
    if (firstVisit[who] === Number.POSITIVE_INFINITY && hasShared[who] === 0) unvisited += 1;
  }
  return hasVisits && all > 0 ? { all, hasty, unvisited } : null;
}

/** The Quality page's answer: what of a campaign is suspect, and its K without that. */
export const integrityAnswer: Answer<Integrity> = (read, question) =>
  analyseIntegrity(inputsOf(read, question, question.asOf), question);

/** The shares of a campaign that are not sound, by their codes. */
export const markedCodesAnswer: Answer<MarkedCodes> = (read, question) =>
  markedCodes(inputsOf(read, question, question.asOf).forest);
