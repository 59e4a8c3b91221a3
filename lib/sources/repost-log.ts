import { MODES, SEED_KINDS } from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import type { EventSource } from "./source.ts";

/** A log of reposts of any network: each row is a visit and a share at once. */
export const repostLog: EventSource = {
  id: "repost-log",
  needs: ["code", "via", "person", "occurredAt"],
  // What says of no row what happened holds one thing: shares.
  reads: (mapping) => mapping.kind === undefined,
  read(row) {
    const code = row.required("code");
    const person = row.required("person");
    const occurredAt = row.instant();
    const via = row.parent(code, person, occurredAt);
    // Every field named: what is spread from a blank event costs as much as all the reading.
    return {
      id: row.id(code),
      kind: "share",
      person,
      via,
      // What says 0 says mostly that nobody came by anything.
      arrives: !mayBeSeed(via),
      code,
      channel: row.channel(),
      mode: row.choice("mode", MODES) ?? "active",
      seedKind: mayBeSeed(via) ? (row.choice("seedKind", SEED_KINDS) ?? "import") : null,
      variant: row.text("variant"),
      occurredAt,
      value: null,
      currency: null,
      role: null,
      score: null,
      attributes: row.attributes(),
      verified: true,
      label: null,
    };
  },
};
