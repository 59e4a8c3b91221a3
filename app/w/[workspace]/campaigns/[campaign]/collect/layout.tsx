import type { ReactNode } from "react";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { SegmentLinks } from "#components/layout/segment-links.tsx";
import { readCollection } from "#db/queries/collections/read-collection.ts";

export default async function CollectLayout(props: {
  params: Promise<{ workspace: string; campaign: string }>;
  children: ReactNode;
}) {
  const { scope, campaign, base } = await currentCampaign(props.params);
  const t = await requestTranslate();
  const links = [
    { href: `${base}/collect`, label: t("collect.nav.links") },
    ...(scope.permissions.has("collection.manage")
      ? [{ href: `${base}/collect/set-up`, label: t("collect.nav.setUp") }]
      : []),
    ...(scope.permissions.has("collection.manage") &&
    readCollection(scope, { campaignId: campaign.id }) !== null
      ? [{ href: `${base}/collect/controls`, label: t("collect.nav.controls") }]
      : []),
    { href: `${base}/collect/quality`, label: t("collect.nav.quality") },
  ];
  return (
    <>
      <SegmentLinks label={t("collect.nav.label")} links={links} />
      {props.children}
    </>
  );
}
