import { requestTranslate } from "#app/_server/request-translate.ts";
import { deleteSegment } from "#app/w/_server/delete-segment.ts";
import { saveSegment } from "#app/w/_server/save-segment.ts";
import { SegmentLinks } from "#components/layout/segment-links.tsx";
import { QueryBar } from "#components/query/query-bar.tsx";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { listSegments } from "#db/queries/segments/list-segments.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Pages that share a tab, by the tab's name. */
const PARTS = {
  spread: ["viral-coefficient", "cohorts", "forecast", "numbers"],
  people: ["funnel", "value", "audience"],
} as const;
const LABELS = {
  "viral-coefficient": "nav.viralCoefficient",
  cohorts: "nav.cohorts",
  forecast: "nav.forecast",
  numbers: "numbers.title",
  funnel: "nav.funnel",
  value: "nav.value",
  audience: "nav.audience",
} as const;

/** The question of a dashboard with all that there is to choose from; above it the pages behind the same tab. */
export async function QuestionBar(props: {
  scope: Scope<"campaigns.read">;
  campaign: CampaignRecord;
  base: string;
  parts?: keyof typeof PARTS;
  /** The page shows steps of time of a length that may be chosen; elsewhere that would change nothing. */
  hasSteps?: boolean;
}) {
  const { scope, campaign, base, parts, hasSteps = false } = props;
  const t = await requestTranslate();
  return (
    <>
      {parts === undefined ? null : (
        <SegmentLinks
          label={t(`nav.${parts}`)}
          links={PARTS[parts].map((page) => ({ href: `${base}/${page}`, label: t(LABELS[page]) }))}
        />
      )}
      <QueryBar
        life={readLife(scope, { campaignId: campaign.id })}
        zone={scope.zone}
        now={Date.now()}
        others={listCampaignNames(scope).filter(({ id }) => id !== campaign.id)}
        segments={listSegments(scope, { campaignId: campaign.id })}
        hasSteps={hasSteps}
        facetsHref={`/api${base}/facets`}
        canShare={scope.permissions.has("campaigns.write")}
        saveSegment={saveSegment.bind(null, scope.workspaceSlug, campaign.id)}
        deleteSegment={deleteSegment.bind(null, scope.workspaceSlug, campaign.id)}
      />
    </>
  );
}
