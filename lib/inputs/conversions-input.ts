import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ForestInput } from "./forest-input.ts";

/** Everyone who reached the campaign's goal, as parallel arrays by time. */
export interface ConversionsInput {
  /** Node of the forest whose link was followed; -1 when none or an unknown one was. */
  readonly share: Int32Array;
  readonly person: readonly string[];
  /** UTC milliseconds. */
  readonly at: Float64Array;
  /** In units of the campaign's currency; 0 where none was stated. */
  readonly value: Float64Array;
}

/** What the input needs of a conversion. */
export type Conversion = Pick<CampaignEvent, "person" | "via" | "occurredAt" | "value">;

/** Hangs conversions on the shares whose links were followed. */
export function conversionsInput(forest: ForestInput, conversions: readonly Conversion[]): ConversionsInput {
  const ordered = conversions.toSorted((a, b) => a.occurredAt - b.occurredAt);
  const nodes = new Map(ordered.length === 0 ? [] : forest.codes.map((code, node) => [code, node]));
  return {
    share: Int32Array.from(ordered, ({ via }) => nodes.get(via ?? "") ?? -1),
    person: ordered.map(({ person }) => person),
    at: Float64Array.from(ordered, ({ occurredAt }) => occurredAt),
    value: Float64Array.from(ordered, ({ value }) => value ?? 0),
  };
}
