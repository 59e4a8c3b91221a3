import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { campaignFormValues } from "#app/w/_server/campaign-form-values.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { CampaignForm } from "#components/campaigns/campaign-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { changeCampaign } from "./change-campaign.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("campaigns.form.editTitle") };
}

export default async function EditCampaignPage({ params }: Props) {
  const { campaign, base } = await currentCampaign(params);
  const { workspaceSlug } = await currentScope((await params).workspace, "campaigns.write");
  const t = await requestTranslate();
  return (
    <Card className="max-w-3xl" title={t("campaigns.form.editTitle")}>
      <CampaignForm
        isNew={false}
        action={changeCampaign.bind(null, workspaceSlug, campaign.id)}
        values={campaignFormValues(campaign)}
        cancelHref={base}
      />
    </Card>
  );
}
