import { analyse } from "#app/_server/analyse.ts";
import { chosenSides } from "#app/w/_server/chosen-sides.ts";
import { periodMoment } from "#app/w/_server/period-moment.ts";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { listLinks } from "#db/queries/links/list-links.ts";
import { parseSharerQuery } from "#lib/answers/sharers/parse-sharer-query.ts";
import { SHARER_COLUMNS } from "#lib/answers/sharers/sharers-csv.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { estimateCells } from "./estimate-cells.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const SHARER_MEANINGS: Readonly<Record<keyof typeof SHARER_COLUMNS, string>> = {
  person: "Pseudonym",
  shares: "Shares of the person",
  repeat_sharer: "1 for more than one share, else 0",
  cascades: "Cascades that they are in",
  children: "Shares that hang on theirs",
  descendants: "Shares below theirs; they overlap between people and must not be added up",
  k_shrunk: "Children per share, drawn towards the campaign's mean where there are few",
  conversions_below: "Conversions through their shares and those below",
  value_below: "Value of those in the campaign's currency",
  credit: "Credit for conversions by the rule chosen; it adds up to their number",
  first_share_at: "ISO 8601, UTC",
  last_share_at: "ISO 8601, UTC",
  self_children: "Shares that hang on one of the same person's",
  orphans: "Shares whose stated parent is unknown",
  skews: "Shares earlier than their parent",
  most_shares_in_a_minute: "Most shares within one minute",
};
const SIDE_COLUMNS = { side: "first or second" };

/** Files of the Cascades, Links and Compare pages. */
export const LIST_WIDGETS: Readonly<Record<string, Widget>> = {
  cascades: {
    columns: {
      root: "Code of the share at the top",
      seeded: "1 when it is a seed, 0 for the provisional tree of an orphan",
      seed_kind: "How the seed came about",
      variant: "Variant of the seed",
      channel: "Channel of the seed",
      person: "Pseudonym of the seed's person",
      size: "Shares",
      reach: "Distinct people",
      depth: "Steps from the top to the farthest share",
      max_breadth: "Most shares of one generation",
      structural_virality: "Mean distance between two shares",
      direct_shares: "Children of the top",
      started_at: "ISO 8601 with the zone's offset",
      last_at: "Time of the last share",
    },
    async rows({ scope, campaign, question, search }) {
      const filter = parseCascadeFilter(Object.fromEntries(search));
      const asked = {
        ...{ ...filter, campaignId: campaign.id, filters: question.filters },
        span: { from: question.from, to: question.to },
      };
      const rows: CascadeRow[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const list = listCascades(scope, { ...asked, page });
        pages = list.pages;
        rows.push(...list.rows);
      }
      return rows.map((row): Cell[] => [
        ...[row.root, row.seeded ? 1 : 0, row.seedKind, row.variant, row.channel, row.person],
        ...[row.size, row.reach, row.depth, row.maxBreadth, row.structuralVirality, row.seedChildren],
        ...[isoInZone(row.startedAt, question.zone), isoInZone(row.lastAt, question.zone)],
      ]);
    },
  },
  sharers: {
    columns: SHARER_MEANINGS,
    async rows({ scope, campaign, query, question, search }) {
      const asked = parseSharerQuery(Object.fromEntries(search));
      const { rows } = await analyse(scope, "sharers", {
        ...{ ...asked, campaignId: campaign.id, asOf: periodMoment(question, query) },
        ...{ horizon: question.horizon, filters: question.filters, page: 1, size: Number.MAX_SAFE_INTEGER },
      });
      return rows.map((row): Cell[] => Object.values(SHARER_COLUMNS).map((cell) => cell(row)));
    },
  },
  links: {
    columns: {
      name: "Name of the link",
      code: "Its code",
      channel: "Channel",
      seed_kind: "organic or paid",
      visits: "Visits through it",
      paused: "1 while paused, else 0",
    },
    async rows({ scope, campaign }) {
      return listLinks(scope, { campaignId: campaign.id }).map((link): Cell[] => [
        ...[link.name, link.code, link.channel, link.seedKind, link.visits],
        link.pausedAt === null ? 0 : 1,
      ]);
    },
  },
  compare: {
    isInZip: false,
    columns: {
      figure: "Name of the figure; cycle_time in milliseconds",
      first: "Value of the first side",
      first_low_95: "Lower end of its 95 % interval",
      first_high_95: "Upper end of its 95 % interval",
      second: "Value of the second side",
      second_low_95: "Lower end of its 95 % interval",
      second_high_95: "Upper end of its 95 % interval",
    },
    async rows(context) {
      const { first, second, ratio, p } = await sidesOf(context);
      const plain = ["shares", "people", "cascades", "depth", "maxBreadth", "structuralVirality"] as const;
      const yields = ["conversions", "conversionsPerShare", "value"] as const;
      const both = (name: (typeof plain)[number] | (typeof yields)[number]): Cell[] => [
        ...[name, first?.[name] ?? null, null, null, second?.[name] ?? null, null, null],
      ];
      const estimate = (name: "k" | "cycleTime"): Cell[] => [
        name,
        ...(first === null ? [null, null, null] : estimateCells(first[name]).slice(0, 3)),
        ...(second === null ? [null, null, null] : estimateCells(second[name]).slice(0, 3)),
      ];
      return [
        ...plain.map(both),
        estimate("k"),
        estimate("cycleTime"),
        ...yields.map(both),
        ["ratio_of_k", null, null, null, ...estimateCells(ratio).slice(0, 3)],
        ["p", null, null, null, p, null, null],
      ];
    },
  },
  "compare-growth": {
    isInZip: false,
    columns: { ...SIDE_COLUMNS, age_ms: "Age of a cascade, milliseconds", shares: "Mean shares by then" },
    async rows(context) {
      const { ages, first, second } = await sidesOf(context);
      return [first, second].flatMap((side, i) =>
        ages.map((age, step): Cell[] => [i === 0 ? "first" : "second", age, side?.growth[step] ?? null]),
      );
    },
  },
  "compare-channels": {
    isInZip: false,
    columns: { ...SIDE_COLUMNS, channel: "Channel of the shares", shares: "Shares made there" },
    async rows(context) {
      const { first, second } = await sidesOf(context);
      return [first, second].flatMap((side, i) =>
        (side?.channels ?? []).map(({ channel, shares }): Cell[] => [
          ...[i === 0 ? "first" : "second", channel, shares],
        ]),
      );
    },
  },
};

async function sidesOf({ scope, campaign, query, question, search }: ExportContext) {
  const { horizon, filters } = question;
  const asked = { campaignId: campaign.id, asOf: periodMoment(question, query), horizon };
  const { first, second } = await chosenSides(scope, asked, search);
  return await analyse(scope, "sides", { ...asked, filters, first, second });
}
