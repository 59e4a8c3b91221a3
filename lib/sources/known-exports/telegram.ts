import type { KnownExport } from "./known-export.ts";

/**
 * The `result.json` of Telegram Desktop: the messages of a chat. A parent is the message that another answers; of
 * what was forwarded from elsewhere only a name is told.
 */
export const telegram: KnownExport = {
  id: "telegram",
  name: "Telegram",
  recognises: ({ keys }) =>
    keys.has("id") && keys.has("from_id") && ["date_unixtime", "text"].some((key) => keys.has(key)),
  columns: {
    code: ["id"],
    via: ["reply_to_message_id", "="],
    person: ["from_id"],
    occurredAt: ["date_unixtime", "date"],
    channel: ["=telegram"],
  },
  learn: "exports.telegram",
};
