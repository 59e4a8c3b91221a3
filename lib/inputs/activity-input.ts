import {
  ATTRIBUTES,
  type Attribute,
  type CampaignEvent,
  EVENT_KINDS,
  type EventKind,
  RATING_ROLES,
} from "#lib/domain/event.ts";
import type { ForestInput } from "./forest-input.ts";
import { type GrowingColumn, growingColumn } from "./growing-column.ts";
import { textNumbering } from "./text-numbering.ts";

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
  /** Whether anything reports visits or conversions at all: a plain repost log does not. */
  readonly hasVisits: boolean;
  readonly hasConversions: boolean;
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
  const persons = textNumbering();
  const columns = createColumns();
  const facts = ATTRIBUTES.map((name) => ({
    name,
    known: textNumbering(),
    numbers: growingColumn((length) => new Int32Array(length)),
  }));
  const seen = { hasLandings: false, hasVisits: false, hasConversions: false };
  const add = (event: ActivityEvent, person: number, kind: EventKind, share: number) => {
    if (kind === "visit" && event.source === "browser") seen.hasLandings = true;
    if (event.kind === "visit") seen.hasVisits = true;
    if (event.kind === "conversion") seen.hasConversions = true;
    columns.at.push(event.occurredAt);
    columns.kind.push(EVENT_KINDS.indexOf(kind));
    columns.person.push(person);
    columns.share.push(share);
    columns.isClick.push(kind === "visit" && event.source === "redirect" ? 1 : 0);
    columns.value.push(kind === "conversion" ? (event.value ?? 0) : 0);
    columns.role.push(event.role === null ? -1 : RATING_ROLES.indexOf(event.role));
    columns.score.push(event.score ?? 0);
    for (const { name, known, numbers } of facts) {
      const text = event.attributes?.[name] ?? "";
      numbers.push(text === "" ? -1 : known.numberOf(text));
    }
  };
  for (const event of events) {
    const person = persons.numberOf(event.person);
    if (event.arrives) add(event, person, "visit", nodeOf(event.via));
    const isOwn = event.kind === "share" || event.kind === "delivery";
    add(event, person, event.kind, nodeOf(isOwn ? event.code : event.via));
  }
  const order = columns.orderOfTime();
  return {
    size: columns.size(),
    at: columns.at.ordered(order),
    kind: columns.kind.ordered(order),
    person: columns.person.ordered(order),
    persons: persons.size(),
    share: columns.share.ordered(order),
    isClick: columns.isClick.ordered(order),
    ...seen,
    value: columns.value.ordered(order),
    role: columns.role.ordered(order),
    score: columns.score.ordered(order),
    attributes: new Map(
      facts.map(({ name, known, numbers }) => [
        name,
        { numbers: numbers.ordered(order), texts: known.texts() },
      ]),
    ),
  };
}

function createColumns() {
  const times: GrowingColumn<Float64Array> = growingColumn((length) => new Float64Array(length));
  return {
    at: times,
    size: times.size,
    kind: growingColumn((length) => new Uint8Array(length)),
    person: growingColumn((length) => new Int32Array(length)),
    share: growingColumn((length) => new Int32Array(length)),
    isClick: growingColumn((length) => new Uint8Array(length)),
    value: growingColumn((length) => new Float64Array(length)),
    role: growingColumn((length) => new Int8Array(length)),
    score: growingColumn((length) => new Float64Array(length)),
    /** Places of the events by time; of one instant, as they came. Null where they came in that order. */
    orderOfTime(): Uint32Array | null {
      const at = times.all();
      if (at.every((time, i) => i === 0 || (at[i - 1] ?? 0) <= time)) return null;
      return Uint32Array.from(at.keys()).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
    },
  };
}
