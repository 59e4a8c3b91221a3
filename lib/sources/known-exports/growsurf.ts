import type { KnownExport } from "./known-export.ts";

/**
 * GrowSurf's participants, as its API names them: `id`, `email`, `shareUrl`, `referralCount`, `createdAt`. How its
 * CSV calls who referred somebody is not certain, so several headings are taken, and a referrer may be an address.
 */
export const growSurf: KnownExport = {
  id: "growsurf",
  name: "GrowSurf",
  recognises: ({ keys }) => keys.has("share_url") && keys.has("referral_count") && keys.has("id"),
  columns: {
    code: ["id", "participant_id"],
    via: ["referred_by_id", "referrer_id", "referred_by", "referrer", "referrer_email"],
    person: ["id", "participant_id"],
    occurredAt: ["created_at", "date_created", "created"],
  },
  learn: "exports.participants",
};
