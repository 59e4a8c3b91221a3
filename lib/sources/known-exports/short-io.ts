import type { KnownExport } from "./known-export.ts";

/** Short.io's list of links; `originalURL`, `shortURL`, `path`, `createdAt` are what its API calls them. */
export const shortIo: KnownExport = {
  id: "short-io",
  name: "Short.io",
  recognises: ({ keys }) =>
    keys.has("path") &&
    ["original_url", "short_url"].every((key) => keys.has(key) || keys.has(`secure_${key}`)),
  columns: {
    code: ["path"],
    via: ["="],
    person: ["owner_id", "user_id", "=short.io"],
    occurredAt: ["created_at"],
    channel: ["=link"],
  },
  learn: "exports.links",
};
