import type { KnownExport } from "./known-export.ts";

/**
 * Branch's export of events, one row each: `name` says what happened, `last_attributed_touch_data_tilde_…` through
 * which link, `timestamp` when, in milliseconds.
 */
export const branch: KnownExport = {
  id: "branch",
  name: "Branch",
  recognises: ({ keys }) =>
    keys.has("name") && [...keys].some((key) => key.startsWith("last_attributed_touch_data_tilde_")),
  columns: {
    id: ["id"],
    kind: ["name"],
    person: [
      ...["user_data_developer_identity", "user_data_browser_id", "user_data_aaid", "user_data_idfa"],
      ...["user_data_idfv", "user_data_android_id"],
    ],
    via: ["last_attributed_touch_data_tilde_id", "last_attributed_touch_data_plus_url"],
    occurredAt: ["event_timestamp", "timestamp"],
    channel: ["last_attributed_touch_data_tilde_channel"],
    value: ["event_data_revenue"],
    currency: ["event_data_currency"],
    country: ["user_data_geo_country_code"],
    city: ["user_data_geo_city_en"],
  },
  learn: "exports.attribution",
};
