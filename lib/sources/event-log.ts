import { type CampaignEvent, EVENT_KINDS, MODES, RATING_ROLES, SEED_KINDS } from "#lib/domain/event.ts";
import { FieldFaultError, type FieldReader } from "./field-reader.ts";
import { BLANK_EVENT, type EventSource } from "./source.ts";

/** The documented event format: one event of any kind a row. */
export const eventLog: EventSource = {
  id: "event-log",
  needs: ["kind", "person", "occurredAt"],
  read(row) {
    const kind = row.choice("kind", EVENT_KINDS);
    if (kind === null) throw new FieldFaultError("kind", "missing");
    const common = {
      ...BLANK_EVENT,
      kind,
      person: row.required("person"),
      via: row.text("via"),
      occurredAt: row.instant(),
      attributes: row.attributes(),
    };
    if (kind === "share") return share(row, common);
    const { person, via, occurredAt } = common;
    return {
      ...common,
      // The same file read twice must give the same ids, so they are made of what the row says.
      id: row.text("id") ?? `${kind}:${person}:${via ?? ""}:${occurredAt}`,
      ...(kind === "conversion" ? row.worth() : {}),
      ...(kind === "rating" ? rating(row) : {}),
      channel: row.text("channel") === null ? null : row.channel(),
    };
  },
};

function share(row: FieldReader, common: Omit<CampaignEvent, "id">): CampaignEvent {
  const code = row.required("code");
  return {
    ...common,
    id: row.text("id") ?? code,
    code,
    channel: row.channel(),
    mode: row.choice("mode", MODES),
    seedKind: common.via === null ? row.choice("seedKind", SEED_KINDS) : null,
    variant: row.text("variant"),
  };
}

function rating(row: FieldReader): Pick<CampaignEvent, "role" | "score"> {
  const score = row.number("score");
  if (score === null) throw new FieldFaultError("score", "missing");
  if (score < 0 || score > 10) throw new FieldFaultError("score", "out-of-range");
  const role = row.choice("role", RATING_ROLES);
  if (role === null) throw new FieldFaultError("role", "missing");
  return { role, score };
}
