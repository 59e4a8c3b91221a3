import { analyse } from "#app/_server/analyse.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

/** The person whose page asks, as they were at this moment; null for nobody. */
function personOf({ scope, campaign, search }: ExportContext, page = 1) {
  const person = search.get("person") ?? "";
  return analyse(scope, "person", {
    ...analysisMoment(),
    ...{ campaignId: campaign.id, rule: "equal", person, page },
  });
}

/** Files of one person's page; the address names the person. */
export const PERSON_WIDGETS: Readonly<Record<string, Widget>> = {
  "person-shares": {
    isInZip: false,
    columns: {
      code: "Code of the share; the latest fifty",
      root: "Code of the share at the top of its cascade",
      channel: "Channel",
      at: "ISO 8601 with the zone's offset",
      generation: "Steps from the top",
      children: "Shares that hang on it",
      descendants: "Shares below it",
      via: "Code that brought the person",
      evidence: "How that is known: stated, touch or unverified",
      chain: "People above it, the nearest first",
    },
    async rows(context) {
      const { zone } = context.question;
      const answer = await personOf(context);
      return (answer?.shares ?? []).map((share): Cell[] => [
        ...[share.code, share.root, share.channel, isoInZone(share.at, zone), share.depth, share.children],
        ...[
          share.descendants,
          share.via,
          share.evidence,
          share.above.map(({ person }) => person).join(" < "),
        ],
      ]);
    },
  },
  "person-assists": {
    isInZip: false,
    columns: {
      via: "Code of a link that reached the person after the first one",
      person: "Whose link it is; empty where it is unknown",
      visits: "Visits through it",
      first_at: "ISO 8601 with the zone's offset",
    },
    async rows(context) {
      const answer = await personOf(context);
      return (answer?.assists ?? []).map(({ via, person, visits, first }): Cell[] => [
        ...[via, person, visits, isoInZone(first, context.question.zone)],
      ]);
    },
  },
  "person-events": {
    isInZip: false,
    columns: {
      at: "ISO 8601 with the zone's offset; the newest first",
      event: "What the person did",
      id: "The event's id",
      via: "Code that brought them",
      code: "Code that they handed out",
      channel: "Channel",
      value: "Value of a conversion",
      currency: "ISO 4217",
      role: "Whose answer a rating is",
      score: "The rating",
    },
    async rows(context) {
      const rows: Cell[][] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const answer = await personOf(context, page);
        pages = answer?.pages ?? 0;
        for (const event of answer?.events ?? [])
          rows.push([
            ...[isoInZone(event.at, context.question.zone), event.kind, event.id, event.via, event.code],
            ...[event.channel, event.value, event.currency, event.role, event.score],
          ]);
      }
      return rows;
    },
  },
};
