import { slugOfName } from "#lib/domain/slug-of-name.ts";
import { dayAt } from "#lib/time/zone-clock.ts";
import type { FileContext } from "./file-context.ts";

/** Name of a file of a campaign, `intishar_CAMPAIGN_TABLE_FROM_TO`, its days in the zone of the question. */
export function fileName(
  { campaign, question }: Pick<FileContext, "campaign" | "question">,
  table: string,
): string {
  const day = (at: number) => dayAt(at, question.zone);
  return `intishar_${slugOfName(campaign.name)}_${table}_${day(question.from)}_${day(question.to - 1)}`;
}
