import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ColumnMapping, EventField } from "./column-mapping.ts";
import type { FieldReader } from "./field-reader.ts";

/** A kind of producer of events: which fields its rows must have, and what a row means. */
export interface EventSource {
  readonly id: string;
  readonly needs: readonly EventField[];
  /** Whether a file whose columns fill these fields is of this kind. */
  reads(mapping: ColumnMapping): boolean;
  /** @throws FieldFaultError at the first field at fault */
  read(row: FieldReader): CampaignEvent;
}

/** What an event is when its row says nothing else. */
export const BLANK_EVENT = {
  via: null,
  arrives: false,
  code: null,
  channel: null,
  mode: null,
  seedKind: null,
  variant: null,
  value: null,
  currency: null,
  role: null,
  score: null,
  attributes: null,
  verified: true,
  label: null,
} as const;
