import type { Metadata } from "next";
import Link from "next/link";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { campaignKs, listCampaigns } from "#app/w/_server/list-campaigns.ts";
import { OrphanListNote } from "#app/w/_server/orphan-note.tsx";
import { CampaignFilters } from "#components/campaigns/campaign-filters.tsx";
import { CampaignListEmpty } from "#components/campaigns/campaign-list-empty.tsx";
import { CampaignPager } from "#components/campaigns/campaign-pager.tsx";
import { CampaignTable } from "#components/campaigns/campaign-table.tsx";
import { readCampaignQuery } from "#components/campaigns/read-campaign-query.ts";
import { SegmentLinks } from "#components/layout/segment-links.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageHeader } from "#components/ui/page-header.tsx";

const PAGE_SIZE = 25;

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("campaigns.title") };
}

export default async function CampaignsPage({ params, searchParams }: Props) {
  const scope = await currentScope((await params).workspace, "campaigns.read");
  const query = readCampaignQuery(await searchParams);
  const all = await listCampaigns(scope, query);
  const campaigns = all.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE);
  const ks = campaignKs(
    scope,
    campaigns.map(({ id }) => id),
  );
  const home = `/w/${encodeURIComponent(scope.workspaceSlug)}`;
  const shown = { home, query, locale: await requestLocale(), zone: scope.zone, t: await requestTranslate() };
  const create = scope.permissions.has("campaigns.write") ? (
    <Link href={`${home}/campaigns/new`} className={buttonClass()}>
      {shown.t("campaigns.new")}
    </Link>
  ) : null;
  return (
    <>
      <SegmentLinks
        label={shown.t("nav.campaigns")}
        links={[
          { href: home, label: shown.t("nav.campaigns") },
          { href: `${home}/tools`, label: shown.t("nav.tools") },
        ]}
      />
      <PageHeader title={shown.t("campaigns.title")} text={shown.t("campaigns.text")} actions={create} />
      <OrphanListNote {...{ scope, campaigns, home }} />
      <CampaignFilters {...shown} total={all.length} />
      {campaigns.length === 0 ? (
        <CampaignListEmpty {...shown} />
      ) : (
        <CampaignTable {...shown} campaigns={campaigns} ks={ks} />
      )}
      <CampaignPager {...shown} pages={Math.max(1, Math.ceil(all.length / PAGE_SIZE))} />
    </>
  );
}
