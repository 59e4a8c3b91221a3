import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { LinkForm } from "#components/collect/link-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { makeLink } from "../_actions/make-link.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

const EMPTY = { name: "", targetUrl: "", source: "", medium: "", campaign: "", content: "", term: "" };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("collect.links.new") };
}

export default async function NewLinkPage({ params }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const { workspace } = await params;
  await currentScope(workspace, "collection.manage");
  const collection = readCollection(scope, { campaignId: campaign.id });
  if (collection === null) notFound();
  const t = await requestTranslate();
  return (
    <Card className="max-w-3xl" title={t("collect.links.new")}>
      <LinkForm
        action={makeLink.bind(null, workspace, campaign.id)}
        values={{ ...EMPTY, channel: "email", seedKind: "organic" }}
        campaignUrl={collection.targetUrl}
        listHref={`${base}/collect`}
      />
    </Card>
  );
}
