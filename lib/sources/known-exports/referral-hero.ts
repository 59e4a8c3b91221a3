import type { KnownExport } from "./known-export.ts";

/**
 * ReferralHero's subscribers. Its documents name `email`, `name`, `date`, `referrals` and `referrer`, which is the
 * address of another subscriber: each person is one share.
 */
export const referralHero: KnownExport = {
  id: "referralhero",
  name: "ReferralHero",
  recognises: ({ keys }) =>
    keys.has("email") &&
    keys.has("referrer") &&
    ["referrals", "people_referred", "extra_field"].some((key) => keys.has(key)),
  columns: {
    code: ["email"],
    via: ["referrer"],
    person: ["email"],
    occurredAt: ["date", "created_at", "sign_up_date", "signup_date", "date_added"],
  },
  choices: { parents: { is: "share", ignore: ["case"] } },
  learn: "exports.participants",
};
