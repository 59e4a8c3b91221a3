import type { CampaignInputs } from "#lib/answers/inputs.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { type Filter, SHARE_DIMENSIONS, type ShareDimension } from "#lib/query/query.ts";
import type { Selection, SelectionQuestion } from "./selection.ts";
import { shareFilters } from "./share-filters.ts";
import { shareTest } from "./share-test.ts";

const SHARE = EVENT_KINDS.indexOf("share");

/**
 * Chooses what a question is about. A fact of a share is asked of the share that an event is about: its own, or
 * that of the link that brought the person; a fact of a person, of what the event itself states. What is unknown
 * has no value, so that it passes a filter that excludes and fails one that requires.
 */
export function selectActivity(inputs: CampaignInputs, question: SelectionQuestion): Selection {
  const { activity, forest } = inputs;
  const tests = question.filters.map((filter) => testOf(inputs, filter));
  const isAdmitted = shareFilters(forest, question.filters, SHARE_DIMENSIONS) ?? (() => true);
  const admitted = Uint8Array.from({ length: forest.size }, (_, node) => (isAdmitted(node) ? 1 : 0));
  const passes = new Uint8Array(activity.size);
  const chosen = new Uint8Array(forest.size);
  const events: number[] = [];
  for (let event = 0; event < activity.size; event++) {
    if (!tests.every((test) => test(event))) continue;
    passes[event] = 1;
    const at = activity.at[event] ?? 0;
    if (at < question.from || at >= question.to) continue;
    events.push(event);
    const node = activity.share[event] ?? -1;
    if (activity.kind[event] === SHARE && node !== -1) chosen[node] = 1;
  }
  return { ...inputs, ...question, passes, events: Int32Array.from(events), admitted, chosen };
}

function testOf({ activity, forest }: CampaignInputs, filter: Filter): (event: number) => boolean {
  const { dimension, isNot, values } = filter;
  const known = SHARE_DIMENSIONS.find((other) => other === dimension);
  if (known !== undefined) {
    const has = shareTest(forest, known, new Set(values));
    return (event) => {
      const node = activity.share[event] ?? -1;
      return (node !== -1 && has(node)) !== isNot;
    };
  }
  const column = activity.attributes.get(dimension as Exclude<typeof dimension, ShareDimension>);
  const wanted = new Set(column?.texts.flatMap((text, number) => (values.includes(text) ? [number] : [])));
  return (event) => wanted.has(column?.numbers[event] ?? -1) !== isNot;
}
