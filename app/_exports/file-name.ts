import { slugOfName } from "#lib/domain/slug-of-name.ts";
import { zoneOffset } from "#lib/time/zone-offset.ts";
import type { ExportContext } from "./widget.ts";

/** Name of a file of a campaign, `intishar_CAMPAIGN_WIDGET_FROM_TO`, its days in the zone of the question. */
export function fileName(
  { campaign, question }: Pick<ExportContext, "campaign" | "question">,
  widget: string,
): string {
  const day = (at: number) => new Date(at + zoneOffset(question.zone, at)).toISOString().slice(0, 10);
  return `intishar_${slugOfName(campaign.name)}_${widget}_${day(question.from)}_${day(question.to - 1)}`;
}
