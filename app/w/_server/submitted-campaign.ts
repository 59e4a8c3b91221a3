import { requestTranslate } from "#app/_server/request-translate.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { CAMPAIGN_FIELDS, type CampaignField, type CampaignFormState } from "#lib/domain/campaign-form.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const FAULTS: Readonly<Record<string, MessageKey>> = {
  required: "campaigns.fault.required",
  date: "campaigns.fault.day",
  choice: "campaigns.fault.choice",
  amount: "campaigns.fault.amount",
  currency: "campaigns.fault.currency",
  "before start": "campaigns.fault.order",
};

/** A form read as a campaign: the campaign, or what to show beside which field. */
export async function submittedCampaign(
  form: FormData,
): Promise<{ input: CampaignInput } | { input: null; state: CampaignFormState }> {
  const values = Object.fromEntries(
    CAMPAIGN_FIELDS.map((field) => [field, String(form.get(field) ?? "")]),
  ) as Record<CampaignField, string>;
  const parsed = CampaignInput.safeParse(values);
  if (parsed.success) return { input: parsed.data };
  const t = await requestTranslate();
  const errors: Partial<Record<CampaignField, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = CAMPAIGN_FIELDS.find((known) => known === path[0]);
    if (field !== undefined) errors[field] ??= faultText(message, t);
  }
  return { input: null, state: { values, errors } };
}

function faultText(fault: string, t: Translate): string {
  const limit = /^at most (\d+)$/.exec(fault)?.[1];
  if (limit !== undefined) return t("campaigns.fault.long", { max: Number(limit) });
  return t(FAULTS[fault] ?? "campaigns.fault.choice");
}
