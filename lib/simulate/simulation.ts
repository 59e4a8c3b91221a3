import type { CampaignEvent, SeedKind } from "#lib/domain/event.ts";
import type { CampaignPlan, ChannelChoice, Choice } from "#lib/simulate/campaign-plan.ts";
import type { EventLog } from "#lib/simulate/create-event-log.ts";
import type { TimeQueue } from "#lib/simulate/create-time-queue.ts";
import type { TokenMint } from "#lib/simulate/create-token-mint.ts";
import type { Random } from "#lib/stats/random.ts";

export interface SimulatedPerson {
  readonly id: string;
  /** Code that first brought them; null for people who received a seed. */
  readonly via: string | null;
  readonly attributes: CampaignEvent["attributes"];
}

/** A share about to happen, unless the market is saturated by then. */
export interface PendingShare {
  readonly at: number;
  readonly person: SimulatedPerson;
  /** Channel by which the person came; null for seeds. */
  readonly cameBy: ChannelChoice | null;
  readonly seedKind: Choice<SeedKind> | null;
  readonly variant: Choice<string> | null;
}

/** A share that happened and may bring visitors. */
export interface SimulatedShare extends PendingShare {
  readonly code: string;
  readonly channel: ChannelChoice;
  /** Factor on its mean offspring: the product of the lifts of all that it carries. */
  readonly lift: number;
}

/** One run: the plan, its chance, what has been recorded and what is still to come. */
export interface Simulation {
  readonly plan: CampaignPlan;
  readonly random: Random;
  readonly mint: TokenMint;
  readonly log: EventLog;
  readonly queue: TimeQueue<PendingShare>;
  /** Persons behind non-seed shares so far. */
  readonly sharers: SimulatedPerson[];
}
