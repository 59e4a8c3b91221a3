import { analyse } from "#app/_server/analyse.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { listImports } from "#db/queries/imports/list-imports.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { listReportLinks } from "#db/queries/reports/list-report-links.ts";
import { BURST_SHARES } from "#lib/answers/integrity/suspicion.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { estimateCells } from "./estimate-cells.ts";
import { estimateColumns } from "./estimate-columns.ts";
import type { Cell, Widget } from "./widget.ts";

/** Files of the Import and Quality pages. */
export const RECORD_WIDGETS: Readonly<Record<string, Widget>> = {
  imports: {
    columns: {
      file: "Name of the file",
      status: "What became of it",
      received: "Rows read",
      accepted: "Rows taken in",
      duplicate: "Rows that were known",
      quarantined: "Rows put aside, to be tried again",
      refused: "Rows refused",
      created_at: "ISO 8601 with the zone's offset",
    },
    async rows({ scope, campaign, question }) {
      const events = await currentScope(scope.workspaceSlug, "events.read");
      return listImports(events, { campaignId: campaign.id }).map((row): Cell[] => [
        ...[row.fileName, row.status, row.received, row.accepted, row.duplicate, row.quarantined],
        ...[row.refused, isoInZone(row.createdAt, question.zone)],
      ]);
    },
  },
  "report-links": {
    // Not everyone who may export may see them.
    isInZip: false,
    columns: {
      name: "Name of the link",
      owner: "E-mail of whoever made it",
      status: "live, expired or revoked",
      password: "1 when it needs one, else 0",
      created_at: "ISO 8601 with the zone's offset",
      expires_at: "First instant at which it no longer opens",
      opens: "How often it was opened",
      last_opened_at: "Time of the latest opening",
    },
    async rows({ scope, campaign, question }) {
      const managing = await currentScope(scope.workspaceSlug, "reports.manage");
      const iso = (at: number | null) => (at === null ? null : isoInZone(at, question.zone));
      return listReportLinks(managing, { campaignId: campaign.id, now: Date.now() }).map((row): Cell[] => [
        ...[row.name, row.owner, row.status, row.hasPassword ? 1 : 0, iso(row.createdAt)],
        ...[iso(row.expiresAt), row.opens, iso(row.lastOpenedAt)],
      ]);
    },
  },
  integrity: {
    columns: {
      rule: "Why shares are suspect; all for the campaign's sums",
      threshold: "From what on the rule speaks; empty where it knows no degree",
      shares: "Suspect shares",
      people: "Distinct people of those",
      below: "Shares that only hang below them",
      ...estimateColumns("k", "K of all shares"),
      ...estimateColumns("k_without", "K of those that are neither suspect nor below one that is"),
    },
    async rows({ scope, campaign }) {
      const asked = { campaignId: campaign.id, ...analysisMoment(), asked: "integrity" };
      const { rules, suspect, below, k, kWithout } = await analyse(scope, "integrity", asked);
      const nothing = new Array<Cell>(9).fill(null);
      return [
        ...rules.map(({ rule, shares, persons }): Cell[] => [
          ...[rule, rule === "burst" ? BURST_SHARES : null, shares, persons],
          ...nothing,
        ]),
        ["all", null, suspect, null, below, ...estimateCells(k), ...estimateCells(kWithout)],
      ];
    },
  },
  "quality-sources": {
    columns: {
      source: "Who reported",
      received: "Events received: the sum of the next four",
      accepted: "Taken in",
      duplicate: "Known before",
      quarantined: "Put aside, to be tried again",
      refused: "Refused",
    },
    async rows({ scope, campaign }) {
      return readIntakeReport(scope, { campaignId: campaign.id }).sources.map((row): Cell[] => [
        ...[row.source, row.received, row.accepted, row.duplicate, row.quarantined, row.refused],
      ]);
    },
  },
  "quality-troubles": {
    columns: {
      source: "Who reported",
      outcome: "duplicate, quarantined or refused",
      reason: "Why it was not taken in",
      field: "Field at fault",
      count: "Events",
      last_at: "Time of the latest, ISO 8601 with the zone's offset",
    },
    async rows({ scope, campaign, question }) {
      return readIntakeReport(scope, { campaignId: campaign.id }).troubles.map((row): Cell[] => [
        ...[row.source, row.outcome, row.reason, row.field, row.count, isoInZone(row.lastAt, question.zone)],
      ]);
    },
  },
  "quality-labels": {
    columns: {
      label: "bot, preview, prefetch or self",
      agent: "App or kind of agent, where known",
      count: "Events set apart",
    },
    async rows({ scope, campaign }) {
      const { labels } = readIntakeReport(scope, { campaignId: campaign.id });
      return labels.map(({ label, agent, count }): Cell[] => [label, agent, count]);
    },
  },
};
