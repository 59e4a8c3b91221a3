import {
  ATTRIBUTES,
  type Attribute,
  type CampaignEvent,
  EVENT_KINDS,
  type EventKind,
  RATING_ROLES,
} from "#lib/domain/event.ts";
import type { ForestInput } from "./forest-input.ts";

/** Texts that stand for numbers, one per event; -1 where an event states none. */
export interface TextColumn {
  readonly numbers: Int32Array;
  readonly texts: readonly string[];
}

/** Everything that people did in a campaign, as parallel arrays in the order of time. */
export interface ActivityInput {
  readonly size: number;
  /** UTC milliseconds. */
  readonly at: Float64Array;
  /** Index into EVENT_KINDS. */
  readonly kind: Uint8Array;
  /** Number of the person, below `persons`. */
  readonly person: Int32Array;
  readonly persons: number;
  /**
   * Node of the forest that the event is about: a share's or a delivery's own, for every other kind that of the
   * link that brought the person; -1 where none is known.
   */
  readonly share: Int32Array;
  /** 1 for a visit that only our redirect saw: the page's own report of it comes from another pseudonym. */
  readonly isClick: Uint8Array;
  /** Whether landing pages report visits themselves; then people are counted there and not at the redirect. */
  readonly hasLandings: boolean;
  /** In units of the campaign's currency; 0 where none was stated. */
  readonly value: Float64Array;
  /** Index into RATING_ROLES; -1 for every other kind. */
  readonly role: Int8Array;
  /** 1 to 5; 0 for every other kind. */
  readonly score: Float64Array;
  readonly attributes: ReadonlyMap<Attribute, TextColumn>;
}

/** What the input needs of an event. */
export type ActivityEvent = Pick<
  CampaignEvent,
  "kind" | "person" | "via" | "arrives" | "code" | "occurredAt" | "value" | "role" | "score" | "attributes"
> & { readonly source: string };

/** Hangs what people did on the shares that it is about. A share that stands for a visit too gives both. */
export function activityInput(forest: ForestInput, events: Iterable<ActivityEvent>): ActivityInput {
  const nodes = new Map(forest.codes.map((code, node) => [code, node]));
  const nodeOf = (code: string | null) => (code === null ? -1 : (nodes.get(code) ?? -1));
  const persons = new Map<string, number>();
  const texts = ATTRIBUTES.map(() => new Map<string, number>());
  const rows: Row[] = [];
  for (const event of events) {
    const person = numbered(persons, event.person);
    const stated = ATTRIBUTES.map((name, i) => {
      const text = event.attributes?.[name] ?? "";
      return text === "" ? -1 : numbered(texts[i] as Map<string, number>, text);
    });
    const row = { at: event.occurredAt, person, event, stated };
    if (event.arrives) rows.push({ ...row, kind: "visit", share: nodeOf(event.via) });
    const isOwn = event.kind === "share" || event.kind === "delivery";
    rows.push({ ...row, kind: event.kind, share: nodeOf(isOwn ? event.code : event.via) });
  }
  rows.sort((a, b) => a.at - b.at);
  return {
    ...columnsOf(rows),
    persons: persons.size,
    hasLandings: rows.some(({ kind, event }) => kind === "visit" && event.source === "browser"),
    attributes: new Map(
      ATTRIBUTES.map((name, i) => {
        const numbers = Int32Array.from(rows, ({ stated }) => stated[i] ?? -1);
        return [name, { numbers, texts: [...(texts[i]?.keys() ?? [])] }];
      }),
    ),
  };
}

interface Row {
  readonly at: number;
  readonly kind: EventKind;
  readonly person: number;
  readonly share: number;
  readonly event: ActivityEvent;
  /** A number for each of ATTRIBUTES. */
  readonly stated: readonly number[];
}

function columnsOf(rows: readonly Row[]) {
  return {
    size: rows.length,
    at: Float64Array.from(rows, ({ at }) => at),
    kind: Uint8Array.from(rows, ({ kind }) => EVENT_KINDS.indexOf(kind)),
    person: Int32Array.from(rows, ({ person }) => person),
    share: Int32Array.from(rows, ({ share }) => share),
    isClick: Uint8Array.from(rows, ({ kind, event }) =>
      kind === "visit" && event.source === "redirect" ? 1 : 0,
    ),
    value: Float64Array.from(rows, ({ kind, event }) => (kind === "conversion" ? (event.value ?? 0) : 0)),
    role: Int8Array.from(rows, ({ event }) => (event.role === null ? -1 : RATING_ROLES.indexOf(event.role))),
    score: Float64Array.from(rows, ({ event }) => event.score ?? 0),
  };
}

function numbered(numberOf: Map<string, number>, text: string): number {
  const known = numberOf.get(text);
  if (known !== undefined) return known;
  numberOf.set(text, numberOf.size);
  return numberOf.size - 1;
}
