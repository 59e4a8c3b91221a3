import type { KnownExport } from "./known-export.ts";

/**
 * Dub's CSV of events: clicks, leads and sales of short links, with the columns that were ticked. The heading of
 * each is the label on its page, so only those are asked for that tell the file and are needed to read it.
 */
export const dub: KnownExport = {
  id: "dub",
  name: "Dub",
  recognises: ({ keys }) => keys.has("event") && keys.has("link") && keys.has("click_id"),
  columns: {
    kind: ["event"],
    person: ["customer_id", "click_id"],
    via: ["link"],
    occurredAt: ["date", "timestamp"],
    channel: ["referrer", "referer"],
    value: ["sale_amount"],
  },
  learn: "exports.dub",
};
