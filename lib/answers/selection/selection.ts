import type { CampaignInputs } from "#lib/answers/inputs.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";

/** Which part of a campaign is asked about. */
export interface SelectionQuestion extends Span, MetricContext {
  readonly filters: readonly Filter[];
}

/** The part of a campaign that a question is about. */
export interface Selection extends CampaignInputs, SelectionQuestion {
  /** 1 for an event that the filters let through, whenever it was. */
  readonly passes: Uint8Array;
  /** Events of the span that the filters let through, in the order of time. */
  readonly events: Int32Array;
  /** 1 for a share that has what the filters ask of shares, whenever it was made, by node. */
  readonly admitted: Uint8Array;
  /** 1 for a share of the span that the filters let through, by node. */
  readonly chosen: Uint8Array;
}
