import { markedCodesFor } from "#app/w/_server/marked-codes-for.ts";
import { readLive } from "#db/queries/intake/read-live.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const MINUTE = 60_000;

async function live({ scope, campaign, query: { filters } }: ExportContext) {
  const asked = { campaignId: campaign.id, filters };
  const marked = await markedCodesFor(scope, asked);
  return readLive(scope, { ...asked, marked, now: Date.now() });
}

/** Files of the Live page, as of the moment at which they are asked for. */
export const LIVE_WIDGETS: Readonly<Record<string, Widget>> = {
  "live-minutes": {
    isInZip: false,
    columns: {
      minute: "Its start, ISO 8601 with the zone's offset; the last half hour",
      visits: "Visits that arrived in it",
      shares: "Shares that arrived in it",
      conversions: "Conversions that arrived in it",
    },
    async rows(context) {
      const { minute, minutes } = await live(context);
      const first = minute - (minutes.length - 1) * MINUTE;
      return minutes.map(({ visits, shares, conversions }, i): Cell[] => [
        ...[isoInZone(first + i * MINUTE, context.question.zone), visits, shares, conversions],
      ]);
    },
  },
  "live-events": {
    isInZip: false,
    columns: {
      received_at: "ISO 8601 with the zone's offset; the newest first",
      event: "What happened",
      person: "Pseudonym",
      via: "Code that brought them",
      brought_by: "Whose code that is",
      code: "Code that they handed out",
      channel: "Channel",
      root: "Code of the share at the top of the cascade",
    },
    async rows(context) {
      return (await live(context)).events.map((event): Cell[] => [
        ...[isoInZone(event.receivedAt, context.question.zone), event.kind, event.person, event.via],
        ...[event.broughtBy, event.code, event.channel, event.root],
      ]);
    },
  },
};
