import type { GoalReporter, PreviewCard } from "#lib/domain/collection.ts";
import type { Scope } from "./scope.ts";

/** What a key of the collector, or a code, leads to: one campaign and how it collects. */
export interface CollectionGrant extends PreviewCard {
  readonly campaignId: number;
  readonly stem: string;
  /** Signs and checks the campaign's codes; hex. Null: it is sealed with a secret that the server has lost. */
  readonly signingKey: string | null;
  /** How its codes began before, and what signed them, as far as such codes are still good. */
  readonly pastStems: readonly string[];
  readonly pastSigningKeys: readonly string[];
  readonly isPaused: boolean;
  /** Origins, addresses and networks from which nothing is taken in. */
  readonly blocked: readonly string[];
  readonly targetUrl: string;
  readonly origins: readonly string[];
  readonly goalFrom: GoalReporter;
  /** Currency in which the campaign counts; null takes any. */
  readonly currency: string | null;
}

/** Leave to bring events into one campaign, and to do nothing else. */
export interface IngestScope extends Scope<"events.ingest"> {
  readonly collection: CollectionGrant;
}
