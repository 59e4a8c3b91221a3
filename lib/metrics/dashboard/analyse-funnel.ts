import { EVENT_KINDS } from "#lib/domain/event.ts";
import type { Selection } from "./selection.ts";

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

/**
 * Where do people drop out? Events of the stretch by stage. A stage that no event of the campaign ever reported is
 * not covered, which is another thing than zero.
 */
export function analyseFunnel(selection: Selection): Funnel {
  const { activity, forest, events } = selection;
  const covered = new Set<FunnelStage>(["intended"]);
  for (let event = 0; event < activity.size; event++)
    for (const stage of stagesOf(selection, event)) covered.add(stage);
  // Whoever lands has clicked; where no redirect counts, the landing is all there is of it.
  if (covered.has("landed")) covered.add("clicked");
  const total = createTally();
  const byChannel = new Map<number, ReturnType<typeof createTally>>();
  for (const event of events) {
    const node = activity.share[event] ?? -1;
    const person = activity.person[event] ?? 0;
    const channel = forest.channel[node];
    for (const stage of stagesOf(selection, event)) {
      total.add(stage, person);
      if (channel === undefined) continue;
      const tally = byChannel.get(channel) ?? createTally();
      byChannel.set(channel, tally);
      tally.add(stage, person);
    }
  }
  const channels = [...byChannel].map(([channel, tally]) => ({
    channel: forest.channels[channel] ?? "",
    stages: tally.counts(covered),
    weight: tally.weight(),
  }));
  return {
    stages: total.counts(covered),
    channels: channels
      .toSorted((a, b) => b.weight - a.weight || (a.channel < b.channel ? -1 : 1))
      .map(({ channel, stages }) => ({ channel, stages })),
  };
}

const STAGES_OF_KIND: Readonly<Record<string, FunnelStage>> = {
  view: "seen",
  delivery: "delivered",
  conversion: "converted",
};

function stagesOf({ activity, forest }: Selection, event: number): readonly FunnelStage[] {
  const kind = EVENT_KINDS[activity.kind[event] ?? 0] ?? "visit";
  if (kind === "share") {
    const isBrought = (forest.parent[activity.share[event] ?? -1] ?? -1) !== -1;
    return isBrought ? ["intended", "sharedAgain"] : ["intended"];
  }
  if (kind === "visit") {
    if (activity.isClick[event] === 1) return ["clicked"];
    // What a landing page reports came by a click that the redirect has counted already, if there is one.
    return activity.hasLandings ? ["landed"] : ["clicked", "landed"];
  }
  const stage = STAGES_OF_KIND[kind];
  return stage === undefined ? [] : [stage];
}

function createTally() {
  const tallies = new Map(FUNNEL_STAGES.map((stage) => [stage, { events: 0, people: new Set<number>() }]));
  return {
    add(stage: FunnelStage, person: number): void {
      const tally = tallies.get(stage);
      if (tally === undefined) return;
      tally.events += 1;
      tally.people.add(person);
    },
    weight: () => (tallies.get("intended")?.events ?? 0) + (tallies.get("landed")?.events ?? 0),
    counts(covered: ReadonlySet<FunnelStage>): Record<FunnelStage, StageCount | null> {
      const entries = [...tallies].map(([stage, { events, people }]) => {
        return [stage, covered.has(stage) ? { events, people: people.size } : null];
      });
      return Object.fromEntries(entries) as Record<FunnelStage, StageCount | null>;
    },
  };
}
