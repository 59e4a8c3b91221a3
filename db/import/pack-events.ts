import type { CampaignEvent } from "#lib/domain/event.ts";

// One function a column: reading a field by a name that changes is slow.
const TEXTS: readonly ((event: CampaignEvent) => string | null)[] = [
  ({ id }) => id,
  ({ kind }) => kind,
  ({ person }) => person,
  ({ via }) => via,
  ({ code }) => code,
  ({ channel }) => channel,
  ({ mode }) => mode,
  ({ seedKind }) => seedKind,
  ({ variant }) => variant,
  ({ currency }) => currency,
  ({ role }) => role,
  ({ label }) => label,
];

/** A column of texts: one value for all rows, or the values of all rows, one a line. */
type PackedTexts = { readonly same: string | null } | { readonly lines: string };

/** Events by column, in the few large pieces that travel cheaply from one thread to another. */
export interface PackedEvents {
  readonly count: number;
  readonly texts: readonly PackedTexts[];
  readonly arrives: Uint8Array;
  readonly verified: Uint8Array;
  readonly occurredAt: Float64Array;
  /** NaN where a row has none; null when none has. */
  readonly value: Float64Array | null;
  readonly score: Float64Array | null;
  readonly attributes: readonly CampaignEvent["attributes"][] | null;
}

/** `unpackEvents` gives them back. No text of an event is empty or holds a line end: its readers see to that. */
export function packEvents(events: readonly CampaignEvent[]): PackedEvents {
  return {
    count: events.length,
    texts: TEXTS.map((read) => packTexts(events.map(read))),
    arrives: Uint8Array.from(events.map(({ arrives }) => (arrives ? 1 : 0))),
    verified: Uint8Array.from(events.map(({ verified }) => (verified ? 1 : 0))),
    occurredAt: Float64Array.from(events.map(({ occurredAt }) => occurredAt)),
    value: packNumbers(events.map(({ value }) => value)),
    score: packNumbers(events.map(({ score }) => score)),
    attributes: events.some(({ attributes }) => attributes !== null)
      ? events.map(({ attributes }) => attributes)
      : null,
  };
}

function packTexts(values: readonly (string | null)[]): PackedTexts {
  const first = values[0] ?? null;
  return values.every((value) => value === first) ? { same: first } : { lines: values.join("\n") };
}

function packNumbers(values: readonly (number | null)[]): Float64Array | null {
  return values.every((value) => value === null)
    ? null
    : Float64Array.from(values.map((value) => value ?? Number.NaN));
}

/** The events that `packEvents` packed, equal in every field. */
export function unpackEvents({ count, texts, ...packed }: PackedEvents): CampaignEvent[] {
  const [id, kind, person, via, code, channel, mode, seedKind, variant, currency, role, label] =
    texts.map(readTexts);
  const value = readNumbers(packed.value);
  const score = readNumbers(packed.score);
  return Array.from({ length: count }, (_, i) => {
    const event = {
      id: id?.(i),
      kind: kind?.(i),
      person: person?.(i),
      via: via?.(i),
      arrives: packed.arrives[i] === 1,
      code: code?.(i),
      channel: channel?.(i),
      mode: mode?.(i),
      seedKind: seedKind?.(i),
      variant: variant?.(i),
      occurredAt: packed.occurredAt[i],
      value: value(i),
      currency: currency?.(i),
      role: role?.(i),
      score: score(i),
      attributes: packed.attributes?.[i] ?? null,
      verified: packed.verified[i] === 1,
      label: label?.(i),
    };
    // What was packed were events; their types do not survive being joined to one text.
    return event as CampaignEvent;
  });
}

function readTexts(column: PackedTexts): (row: number) => string | null {
  if ("same" in column) {
    const { same } = column;
    return () => same;
  }
  const values = column.lines.split("\n");
  return (row) => values[row] || null;
}

function readNumbers(column: Float64Array | null): (row: number) => number | null {
  if (column === null) return () => null;
  return (row) => {
    const value = column[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
}
