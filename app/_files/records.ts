import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { samePersonScope } from "#app/_server/same-person-scope.ts";
import { listAnnotations } from "#db/queries/annotations/list-annotations.ts";
import { eachCascade } from "#db/queries/cascades/each-cascade.ts";
import { listImports } from "#db/queries/imports/list-imports.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { readLive } from "#db/queries/intake/read-live.ts";
import { listLinks } from "#db/queries/links/list-links.ts";
import { listReportLinks } from "#db/queries/reports/list-report-links.ts";
import type { RecordName, Records } from "#lib/answers/tables.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";
import type { FileContext } from "./file-context.ts";

/** A list that a page cuts short is whole in its file. */
const ALL = Number.MAX_SAFE_INTEGER;

/** How the records of each kind are read, in parts: between two of them others get their turn. */
export const RECORDS: {
  readonly [R in RecordName]: (context: FileContext) => Iterable<Records[R]> | Promise<Iterable<Records[R]>>;
} = {
  cascades({ scope, campaign, question }) {
    const { from, to, filters, options } = question;
    const asked = { ...parseCascadeFilter(options), campaignId: campaign.id, filters };
    return eachCascade(scope, { ...asked, span: { from, to } });
  },
  notes: ({ scope, campaign }) => [listAnnotations(scope, { campaignId: campaign.id })],
  links: ({ scope, campaign }) => [listLinks(scope, { campaignId: campaign.id })],
  async live({ scope, campaign, question }) {
    const { filters } = question;
    const asked = { campaignId: campaign.id, filters };
    const marked = await markedCodesFor(scope, asked);
    return [readLive(scope, { ...asked, marked, now: Date.now() })];
  },
  imports({ scope, campaign }) {
    const reading = samePersonScope(scope, "events.read");
    return [listImports(reading, { campaignId: campaign.id, limit: ALL })];
  },
  reports({ scope, campaign }) {
    const managing = samePersonScope(scope, "reports.manage");
    return [listReportLinks(managing, { campaignId: campaign.id, now: Date.now() })];
  },
  async intake({ scope, campaign, ask }) {
    return [{ ...readIntakeReport(scope, { campaignId: campaign.id }), ...(await ask("shares-apart")) }];
  },
};
