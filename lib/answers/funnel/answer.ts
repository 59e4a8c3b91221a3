import { overPeriod } from "#lib/answers/answer.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { EVENT_KINDS, type EventKind } from "#lib/domain/event.ts";

/** What a person goes through, from seeing the campaign to passing it on again. */
export const FUNNEL_STAGES = [
  "seen",
  "intended",
  "delivered",
  "clicked",
  "landed",
  "converted",
  "sharedAgain",
] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Events and distinct people of a stage; null where nothing reports it. */
export interface StageCount {
  readonly events: number;
  readonly people: number;
}

export interface Funnel {
  readonly stages: Readonly<Record<FunnelStage, StageCount | null>>;
  /** The same by the channel of the share concerned, the busiest first. */
  readonly channels: readonly {
    readonly channel: string;
    readonly stages: Readonly<Record<FunnelStage, StageCount | null>>;
  }[];
}

/** Events and people by stage, in the order of FUNNEL_STAGES. */
interface Tally {
  readonly events: readonly number[];
  readonly people: readonly number[];
}

/**
 * Where do people drop out? Events of the stretch by stage. A stage that no event of the campaign ever reported is
 * not covered, which is another thing than zero.
 */
export function analyseFunnel(selection: Selection): Funnel {
  const { activity, forest, events } = selection;
  const covered = coveredStages(selection);
  const ofChannel: number[][] = forest.channels.map(() => []);
  for (const event of events) {
    const channel = forest.channel[activity.share[event] ?? -1];
    if (channel !== undefined) ofChannel[channel]?.push(event);
  }
  const stagesOfPerson = new Uint8Array(activity.persons);
  const channels = ofChannel
    .flatMap((own, channel) =>
      own.length === 0 ? [] : { channel, tally: tallyOf(selection, own, stagesOfPerson) },
    )
    .map(({ channel, tally }) => ({
      channel: forest.channels[channel] ?? "",
      stages: countsOf(tally, covered),
      weight: (tally.events[INTENDED] ?? 0) + (tally.events[LANDED] ?? 0),
    }));
  return {
    stages: countsOf(tallyOf(selection, events, stagesOfPerson), covered),
    channels: channels
      .toSorted((a, b) => b.weight - a.weight || (a.channel < b.channel ? -1 : 1))
      .map(({ channel, stages }) => ({ channel, stages })),
  };
}

const stage = (name: FunnelStage) => FUNNEL_STAGES.indexOf(name);
const [INTENDED, CLICKED, LANDED] = [stage("intended"), stage("clicked"), stage("landed")];
const NOTHING: readonly number[] = [];
const ONLY_INTENDED = [INTENDED];
const SHARED_AGAIN = [INTENDED, stage("sharedAgain")];
const ONLY_CLICKED = [CLICKED];
const ONLY_LANDED = [LANDED];
const CLICKED_AND_LANDED = [CLICKED, LANDED];
const OTHER_KINDS: Partial<Record<EventKind, readonly number[]>> = {
  view: [stage("seen")],
  delivery: [stage("delivered")],
  conversion: [stage("converted")],
};
const STAGES_OF_KIND = EVENT_KINDS.map((kind) => OTHER_KINDS[kind] ?? NOTHING);
const [SHARE, VISIT] = [EVENT_KINDS.indexOf("share"), EVENT_KINDS.indexOf("visit")];

function stagesOf({ activity, forest }: Selection, event: number): readonly number[] {
  const kind = activity.kind[event] ?? VISIT;
  if (kind === SHARE) {
    const isBrought = (forest.parent[activity.share[event] ?? -1] ?? -1) !== -1;
    return isBrought ? SHARED_AGAIN : ONLY_INTENDED;
  }
  if (kind !== VISIT) return STAGES_OF_KIND[kind] ?? NOTHING;
  if (activity.isClick[event] === 1) return ONLY_CLICKED;
  // What a landing page reports came by a click that the redirect has counted already, if there is one.
  return activity.hasLandings ? ONLY_LANDED : CLICKED_AND_LANDED;
}

function coveredStages(selection: Selection): ReadonlySet<number> {
  const covered = new Set<number>([INTENDED]);
  for (let event = 0; event < selection.activity.size; event++)
    for (const stage of stagesOf(selection, event)) covered.add(stage);
  // Whoever lands has clicked; where no redirect counts, the landing is all there is of it.
  if (covered.has(LANDED)) covered.add(CLICKED);
  return covered;
}

/** @param stagesOfPerson zeros, and zeros again at the end; a bit stands for a stage */
function tallyOf(selection: Selection, chosen: Iterable<number>, stagesOfPerson: Uint8Array): Tally {
  const { person } = selection.activity;
  const tally = { events: FUNNEL_STAGES.map(() => 0), people: FUNNEL_STAGES.map(() => 0) };
  for (const event of chosen) {
    const who = person[event] ?? 0;
    for (const stage of stagesOf(selection, event)) {
      tally.events[stage] = (tally.events[stage] ?? 0) + 1;
      const seen = stagesOfPerson[who] ?? 0;
      if ((seen >> stage) % 2 === 1) continue;
      stagesOfPerson[who] = seen | (1 << stage);
      tally.people[stage] = (tally.people[stage] ?? 0) + 1;
    }
  }
  for (const event of chosen) stagesOfPerson[person[event] ?? 0] = 0;
  return tally;
}

function countsOf(
  { events, people }: Tally,
  covered: ReadonlySet<number>,
): Record<FunnelStage, StageCount | null> {
  const entries = FUNNEL_STAGES.map((name, stage) => [
    name,
    covered.has(stage) ? { events: events[stage] ?? 0, people: people[stage] ?? 0 } : null,
  ]);
  return Object.fromEntries(entries) as Record<FunnelStage, StageCount | null>;
}

/** The Funnel page's answer. */
export const funnelAnswer = overPeriod(analyseFunnel);
