import type { KnownExport } from "./known-export.ts";

/**
 * Hoaxy's edges of a spread: `to_user` has passed on what `from_user` wrote, in the tweet `tweet_id`. Of an origin
 * both are one. A parent is a person: the tweet that was passed on is not in the file.
 */
export const hoaxy: KnownExport = {
  id: "hoaxy",
  name: "Hoaxy",
  recognises: ({ keys }) => ["from_user_id", "to_user_id", "tweet_id"].every((key) => keys.has(key)),
  columns: {
    code: ["tweet_id"],
    via: ["from_user_id"],
    person: ["to_user_id"],
    occurredAt: ["tweet_created_at", "created_at"],
    channel: ["=x"],
  },
  choices: { parents: { is: "person", ignore: [] } },
  learn: "exports.hoaxy",
};
