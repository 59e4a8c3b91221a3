import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { campaignFormValues } from "#app/w/_server/campaign-form-values.ts";
import { CampaignForm } from "#components/campaigns/campaign-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addCampaign } from "./add-campaign.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("campaigns.form.newTitle") };
}

export default async function NewCampaignPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspaceSlug } = await currentScope((await params).workspace, "campaigns.write");
  const t = await requestTranslate();
  return (
    <>
      <PageHeader title={t("campaigns.form.newTitle")} />
      <Card className="max-w-3xl">
        <CampaignForm
          isNew
          action={addCampaign.bind(null, workspaceSlug)}
          values={campaignFormValues()}
          cancelHref={`/w/${encodeURIComponent(workspaceSlug)}`}
        />
      </Card>
    </>
  );
}
