import type { KnownExport } from "./known-export.ts";

/** AppsFlyer's raw data: installs and events in the app, one row each, with the names of its field dictionary. */
export const appsFlyer: KnownExport = {
  id: "appsflyer",
  name: "AppsFlyer",
  recognises: ({ keys }) =>
    ["apps_flyer_id", "appsflyer_id"].some((key) => keys.has(key)) && keys.has("event_name"),
  columns: {
    kind: ["event_name"],
    person: ["customer_user_id", "apps_flyer_id", "appsflyer_id"],
    via: ["af_referrer_customer_id", "referrer_customer_id", "af_referrer_uid"],
    occurredAt: ["event_time", "install_time"],
    channel: ["media_source", "channel"],
    value: ["event_revenue"],
    currency: ["event_revenue_currency"],
    country: ["country_code"],
    region: ["region", "state"],
    city: ["city"],
  },
  learn: "exports.attribution",
};
