import type { KnownExport } from "./known-export.ts";

/**
 * Bitly's list of links with their clicks as totals. Its API calls the columns `link`, `long_url`, `created_at`;
 * the headings of its CSV have changed over the years, so several are taken.
 */
export const bitly: KnownExport = {
  id: "bitly",
  name: "Bitly",
  recognises: ({ keys, values }) =>
    keys.has("long_url") &&
    (["bitlink", "bitlinks"].some((key) => keys.has(key)) ||
      ["link", "short_link", "id"].some((key) => values(key).some((value) => value.includes("bit.ly/")))),
  columns: {
    code: ["bitlink", "bitlinks", "link", "short_link", "id"],
    via: ["="],
    person: ["created_by", "=bitly"],
    occurredAt: ["created_at", "created", "date_created", "created_date", "creation_date"],
    channel: ["=link"],
  },
  learn: "exports.links",
};
