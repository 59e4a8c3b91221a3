import type { ReactNode } from "react";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { CampaignHeader } from "#components/campaigns/campaign-header.tsx";
import { BrokenImports, BrokenReport } from "#components/imports/broken-imports.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";
import { WholeDaysNote } from "#components/metrics/whole-days-note.tsx";
import { hasWholeDays } from "#db/queries/imports/has-whole-days.ts";
import { listBrokenImports } from "#db/queries/imports/list-broken-imports.ts";
import { setArchived } from "./_actions/set-archived.ts";

export default async function CampaignLayout(props: {
  params: Promise<{ workspace: string; campaign: string }>;
  children: ReactNode;
}) {
  const { scope, campaign, base } = await currentCampaign(props.params);
  const t = await requestTranslate();
  const isArchived = campaign.archivedAt !== null;
  const toggle = setArchived.bind(null, scope.workspaceSlug, campaign.id, !isArchived);
  const tabs = [
    { href: base, label: t("nav.overview") },
    { href: `${base}/live`, label: t("nav.live") },
    { href: `${base}/cascades`, label: t("nav.cascades") },
    { href: `${base}/channels`, label: t("nav.channels") },
    {
      href: `${base}/viral-coefficient`,
      label: t("nav.viralCoefficient"),
      also: [`${base}/cohorts`, `${base}/forecast`, `${base}/numbers`],
    },
    { href: `${base}/funnel`, label: t("nav.funnel"), also: [`${base}/value`, `${base}/audience`] },
    { href: `${base}/sharers`, label: t("nav.sharers") },
    { href: `${base}/compare`, label: t("nav.compare") },
    { href: `${base}/collect`, label: t("nav.collect") },
    { href: `${base}/import`, label: t("nav.import") },
    ...(scope.permissions.has("reports.manage")
      ? [{ href: `${base}/reports`, label: t("nav.reports") }]
      : []),
  ];
  const broken = listBrokenImports(scope, { campaignId: campaign.id });
  return (
    <>
      <CampaignHeader
        {...campaign}
        isArchived={isArchived}
        editHref={`${base}/edit`}
        toggleArchived={scope.permissions.has("campaigns.write") ? toggle : null}
        t={t}
      />
      <TabLinks label={t("nav.campaign")} tabs={tabs} />
      {scope.permissions.has("events.read") ? (
        <BrokenImports imports={broken} href={`${base}/import`} t={t} />
      ) : (
        <BrokenReport isCut={broken.length > 0} t={t} />
      )}
      <WholeDaysNote isTold={hasWholeDays(scope, { campaignId: campaign.id })} t={t} />
      {props.children}
    </>
  );
}
