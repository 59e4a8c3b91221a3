import { type CampaignEvent, EVENT_LABELS, MODES, RATING_ROLES, SEED_KINDS } from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { FieldFaultError, type FieldReader } from "./field-reader.ts";
import { rowKind } from "./kind-words.ts";
import { repostLog } from "./repost-log.ts";
import type { EventSource } from "./source.ts";

/** The documented event format: one event of any kind a row. */
export const eventLog: EventSource = {
  id: "event-log",
  needs: ["kind", "person", "occurredAt"],
  reads: (mapping) => mapping.kind !== undefined,
  read(row) {
    const kind = rowKind(row.required("kind"));
    if (kind === null) throw new FieldFaultError("kind", "unknown-choice");
    if (kind === "repost") return repostLog.read(row);
    const person = row.required("person");
    const occurredAt = row.instant();
    const share = kind === "share";
    const label = row.choice("label", EVENT_LABELS);
    const code = share || kind === "delivery" ? row.required("code") : null;
    const via = row.parent(share ? code : null, person, occurredAt);
    const { value, currency } = kind === "conversion" ? row.worth() : { value: null, currency: null };
    const { role, score } = kind === "rating" ? rating(row) : { role: null, score: null };
    // Two conversions, or two answers, of one second are two when they say different things.
    const told = [value, currency, role, score].filter((part) => part !== null);
    const suffix = told.length === 0 ? "" : `:${told.join(":")}`;
    return {
      // The same file read twice must give the same ids, so they are made of what the row says. A share's is apart
      // from its code, which may be the id of another event.
      id: row.id(share ? `share:${code}` : `${kind}:${person}:${code ?? via ?? ""}:${occurredAt}${suffix}`),
      kind,
      person,
      via,
      arrives: (share && row.flag("arrives")) || false,
      code,
      // What is set apart names the agent that fetched.
      channel:
        label !== null ? row.text("channel") : share || row.text("channel") !== null ? row.channel() : null,
      mode: share ? row.choice("mode", MODES) : null,
      seedKind: share && mayBeSeed(via) ? row.choice("seedKind", SEED_KINDS) : null,
      variant: share ? row.text("variant") : null,
      occurredAt,
      value,
      currency,
      role,
      score,
      attributes: row.attributes(),
      verified: row.flag("verified") ?? true,
      label,
    };
  },
};

function rating(row: FieldReader): Pick<CampaignEvent, "role" | "score"> {
  const score = row.number("score");
  if (score === null) throw new FieldFaultError("score", "missing");
  if (score < 0 || score > 10) throw new FieldFaultError("score", "out-of-range");
  const role = row.choice("role", RATING_ROLES);
  if (role === null) throw new FieldFaultError("role", "missing");
  return { role, score };
}
