import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { campaignFormValues } from "#app/w/_server/campaign-form-values.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { CampaignForm } from "#components/campaigns/campaign-form.tsx";
import { ExperimentForm } from "#components/campaigns/experiment-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { readExperiment } from "#db/queries/experiments/read-experiment.ts";
import { splitText } from "#lib/domain/experiment.ts";
import { changeCampaign } from "./change-campaign.ts";
import { saveExperiment } from "./save-experiment.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("campaigns.form.editTitle") };
}

export default async function EditCampaignPage({ params }: Props) {
  const { campaign, base, scope } = await currentCampaign(params);
  const { workspaceSlug } = await currentScope((await params).workspace, "campaigns.write");
  const t = await requestTranslate();
  const experiment = readExperiment(scope, { campaignId: campaign.id });
  return (
    <div className="grid max-w-3xl gap-6">
      <Card title={t("campaigns.form.editTitle")}>
        <CampaignForm
          isNew={false}
          action={changeCampaign.bind(null, workspaceSlug, campaign.id)}
          values={campaignFormValues(campaign)}
          cancelHref={base}
        />
      </Card>
      <div id="experiment">
        <Card title={t("experiment.title")} note={t("experiment.text")}>
          <ExperimentForm
            action={saveExperiment.bind(null, workspaceSlug, campaign.id)}
            values={{ judgedOn: experiment?.judgedOn ?? "", split: splitText(experiment?.split ?? {}) }}
          />
        </Card>
      </div>
    </div>
  );
}
