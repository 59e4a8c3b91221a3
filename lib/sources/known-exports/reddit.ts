import type { KnownExport } from "./known-export.ts";

const FULL_NAME = /^t[1-6]_\w/;

/** Dumps of Reddit: comments name their parent with its type, `t1_` for a comment and `t3_` for a post. */
export const reddit: KnownExport = {
  id: "reddit",
  name: "Reddit",
  recognises: ({ keys, values }) =>
    keys.has("id") &&
    (values("parent_id").some((value) => FULL_NAME.test(value)) ||
      (keys.has("created_utc") && keys.has("subreddit"))),
  columns: {
    code: ["id"],
    via: ["parent_id", "="],
    person: ["author_fullname", "author", "author_id", "user_id", "user"],
    occurredAt: ["created_utc", "created", "timestamp", "time", "created_at", "date"],
    channel: ["channel", "=reddit"],
  },
  choices: { parents: { is: "share", ignore: ["prefix"] } },
  learn: "exports.reddit",
};
