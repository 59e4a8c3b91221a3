import type { KnownExport } from "./known-export.ts";

/**
 * KickoffLabs' leads, as its API names them: `social_id` is the code in the lead's link (`?kid=`), `parent_id` the
 * lead that brought it.
 */
export const kickoffLabs: KnownExport = {
  id: "kickofflabs",
  name: "KickoffLabs",
  recognises: ({ keys }) =>
    keys.has("social_id") && ["parent_id", "referred_by", "social_url"].some((key) => keys.has(key)),
  columns: {
    code: ["social_id"],
    via: ["parent_id", "referred_by"],
    person: ["social_id"],
    occurredAt: ["when", "created_at", "created", "signup_date", "date"],
  },
  learn: "exports.participants",
};
