import type { KnownExport } from "./known-export.ts";

/** Tweets of the second API of X: `referenced_tweets` lists what each repeats, quotes or answers. */
export const xApi: KnownExport = {
  id: "x-api",
  name: "X API v2",
  recognises: ({ keys }) =>
    keys.has("author_id") && ["referenced_tweets", "conversation_id"].some((key) => keys.has(key)),
  columns: {
    code: ["id", "tweet_id"],
    via: ["referenced_tweets", "referenced_tweets_id", "="],
    person: ["author_id"],
    occurredAt: ["created_at"],
    channel: ["=x"],
  },
  learn: "exports.x",
};
