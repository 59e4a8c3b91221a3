import type { PastCascade } from "#lib/answers/forecast/live-cascades.ts";
import type { AnswerInputs, CampaignFacts, InputsReader } from "#lib/answers/inputs.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Experiment } from "#lib/domain/experiment.ts";
import type { Assist, Person, PersonEvent, PersonShare } from "#lib/domain/person.ts";
import { cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";

const PAGE_EVENTS = 50;

/** A campaign as a form and a log have it. */
export interface LoggedCampaign extends CampaignFacts {
  /** By time. */
  readonly log: readonly CampaignEvent[];
  /** How late most reports are, milliseconds; none when left out. */
  readonly reportDelay?: number;
  readonly experiment?: Experiment;
}

/** Reads what answers are made of from logs in memory, as an engine would from its file. */
export function readerOfLog(campaigns: readonly LoggedCampaign[]): InputsReader {
  const find = (campaignId: number) => campaigns.find(({ id }) => id === campaignId);
  return {
    campaign(campaignId, { asOf, horizon }) {
      const found = find(campaignId);
      return found === undefined ? null : inputsUntil(found, asOf, horizon);
    },
    campaigns: () => campaigns.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    history: (startedBy) => campaigns.flatMap((one) => finishedOf(one, startedBy)),
    issued: () => [],
    person({ campaignId, person, page }) {
      const found = find(campaignId);
      return found === undefined ? null : personIn(found.log, person, page);
    },
  };
}

function inputsUntil(
  { log, experiment, ...campaign }: LoggedCampaign,
  asOf: number,
  horizon: number,
): AnswerInputs {
  const events = log.filter(({ occurredAt }) => occurredAt <= asOf);
  const forest = forestInput(sharesOfEvents(events));
  const sharers = new Set(forest.codes.filter((_, node) => !isSeed(forest, node)));
  const visits = events.filter(({ kind, via }) => kind === "visit" && via !== null);
  return {
    campaign,
    forest,
    lags: lagsInput(forest, asOf, horizon),
    activity: activityInput(
      forest,
      events.map((event) => ({ ...event, source: "server" })),
    ),
    conversions: events.filter(({ kind }) => kind === "conversion"),
    sharerVisits: visits.length === 0 ? null : visits.filter(({ via }) => sharers.has(via ?? "")).length,
    completeUntil: (now) => now - (campaign.reportDelay ?? 0),
    experiment: experiment ?? null,
    quarantined: 0,
  };
}

function finishedOf({ id, log }: LoggedCampaign, startedBy: number): PastCascade[] {
  const forest = forestInput(sharesOfEvents(log));
  const channelOf = new Map(
    forest.codes.map((code, node) => [code, forest.channels[forest.channel[node] ?? 0]]),
  );
  return cascadeTimes(forest, forest.codes)
    .filter(({ startedAt }) => startedAt <= startedBy)
    .map((cascade) => ({ ...cascade, campaignId: id, channel: channelOf.get(cascade.id) ?? "" }));
}

function personIn(log: readonly CampaignEvent[], person: string, page: number | "all"): Person | null {
  const own = log.filter((event) => event.person === person).toReversed();
  const [last, first] = [own[0], own.at(-1)];
  if (last === undefined || first === undefined) return null;
  const [size, from] = page === "all" ? [own.length, 0] : [PAGE_EVENTS, (page - 1) * PAGE_EVENTS];
  const countOf = (kind: CampaignEvent["kind"]) => own.filter((event) => event.kind === kind).length;
  const touch = own.findLast(({ kind, via }) => kind === "visit" && via !== null);
  return {
    person,
    firstAt: first.occurredAt,
    lastAt: last.occurredAt,
    visits: countOf("visit"),
    conversions: countOf("conversion"),
    touchVia: touch?.via ?? null,
    shares: sharesIn(forestInput(sharesOfEvents(log)), person),
    assists: assistsIn(own, touch?.via ?? null, log),
    events: own.slice(from, from + size).map(
      ({ occurredAt: at, ...event }): PersonEvent => ({
        at,
        id: event.id,
        kind: event.kind,
        via: event.via,
        code: event.code,
        channel: event.channel,
        value: event.value,
        currency: event.currency,
        role: event.role,
        score: event.score,
      }),
    ),
    page: page === "all" ? 1 : page,
    pages: Math.ceil(own.length / size),
  };
}

function assistsIn(
  own: readonly CampaignEvent[],
  touchVia: string | null,
  log: readonly CampaignEvent[],
): Assist[] {
  const visits = own.filter(({ kind, via }) => kind === "visit" && via !== null && via !== touchVia);
  return [...new Set(visits.map(({ via }) => via ?? ""))].map((via) => {
    const times = visits.filter((visit) => visit.via === via).map(({ occurredAt }) => occurredAt);
    const person = log.find(({ code }) => code === via)?.person ?? null;
    return { via, person, visits: times.length, first: Math.min(...times) };
  });
}

function sharesIn(forest: ForestInput, person: string): PersonShare[] {
  const sizes = subtreeSizes(forest.parent);
  const stepOf = (node: number) => ({
    code: forest.codes[node] ?? "",
    person: forest.persons[forest.person[node] ?? 0] ?? "",
    channel: forest.channels[forest.channel[node] ?? 0] ?? "",
  });
  return forest.codes.flatMap((_, node) => {
    if (stepOf(node).person !== person) return [];
    const above: number[] = [];
    for (let at = forest.parent[node] ?? -1; at !== -1; at = forest.parent[at] ?? -1) above.push(at);
    return {
      ...stepOf(node),
      root: stepOf(forest.root[node] ?? node).code,
      via: above[0] === undefined ? null : stepOf(above[0]).code,
      evidence: forest.evidences[node] ?? null,
      at: forest.at[node] ?? 0,
      depth: forest.depth[node] ?? 0,
      children: forest.parent.reduce((count, parent) => count + (parent === node ? 1 : 0), 0),
      descendants: (sizes[node] ?? 1) - 1,
      faults: forest.faults[node] ?? 0,
      above: above.map(stepOf),
    };
  });
}
