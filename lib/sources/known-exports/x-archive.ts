import type { KnownExport } from "./known-export.ts";

/** Tweets as X writes them into the archive of an account, and as its first API gave them. */
export const xArchive: KnownExport = {
  id: "x-archive",
  name: "X (archive)",
  recognises: ({ keys }) =>
    ["", "tweet_"].some((prefix) =>
      ["id_str", "created_at", "full_text"].every((key) => keys.has(`${prefix}${key}`)),
    ),
  columns: {
    code: ["id_str", "tweet_id_str"],
    via: [
      ...["retweeted_status_id_str", "in_reply_to_status_id_str", "tweet_in_reply_to_status_id_str"],
      ...["in_reply_to_status_id", "="],
    ],
    // An archive is of one account and does not name it in each tweet.
    person: ["user_id_str", "author_id", "=account"],
    occurredAt: ["created_at", "tweet_created_at"],
    channel: ["=x"],
  },
  learn: "exports.x",
};
