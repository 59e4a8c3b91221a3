import type { KnownExport } from "./known-export.ts";

/**
 * Viral Loops' participants. Its documents name `email`, `firstname`, `lastname`, `referralCode`, `referrer` (the
 * code of who referred) and `referralCount`; where a file has `referrerId`, it is the `id` of another row.
 */
export const viralLoops: KnownExport = {
  id: "viral-loops",
  name: "Viral Loops",
  recognises: ({ keys }) =>
    keys.has("referral_count") &&
    (keys.has("firstname") || keys.has("first_name")) &&
    ((keys.has("referral_code") && keys.has("referrer")) || (keys.has("id") && keys.has("referrer_id"))),
  columns: {
    code: ["referral_code", "id"],
    via: ["referrer", "referrer_code", "referrer_id"],
    person: ["id", "referral_code", "email"],
    occurredAt: ["created_at", "joined_at", "date"],
  },
  learn: "exports.participants",
};
