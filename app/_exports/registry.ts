import { CHANNEL_WIDGETS } from "./channel-widgets.ts";
import { FORECAST_WIDGETS } from "./forecast-widgets.ts";
import { LIST_WIDGETS } from "./list-widgets.ts";
import { LIVE_WIDGETS } from "./live-widgets.ts";
import { OVERVIEW_WIDGETS } from "./overview-widgets.ts";
import { PEOPLE_WIDGETS } from "./people-widgets.ts";
import { PERSON_WIDGETS } from "./person-widgets.ts";
import { RECORD_WIDGETS } from "./record-widgets.ts";
import { SPREAD_WIDGETS } from "./spread-widgets.ts";
import type { Widget } from "./widget.ts";

/** Every chart and table of a campaign as a file, by the name that its card bears. */
export const WIDGETS: ReadonlyMap<string, Widget> = new Map(
  Object.entries({
    ...OVERVIEW_WIDGETS,
    ...CHANNEL_WIDGETS,
    ...PEOPLE_WIDGETS,
    ...SPREAD_WIDGETS,
    ...FORECAST_WIDGETS,
    ...LIST_WIDGETS,
    ...LIVE_WIDGETS,
    ...PERSON_WIDGETS,
    ...RECORD_WIDGETS,
  }),
);
