import { fileNamePart } from "#lib/format/file-name-part.ts";
import { dayAt } from "#lib/time/zone-clock.ts";

/**
 * Name of a file of a campaign without its ending, `intishar_CAMPAIGN_TABLE_FROM_TO`.
 * @param question.from first instant, UTC milliseconds
 * @param question.to first instant after the last
 * @param question.zone whose days these are
 */
export function fileName(
  of: {
    readonly campaign: { readonly name: string };
    readonly question: { readonly from: number; readonly to: number; readonly zone: string };
  },
  table: string,
): string {
  const { from, to, zone } = of.question;
  const day = (at: number) => dayAt(at, zone);
  return `intishar_${fileNamePart(of.campaign.name)}_${table}_${day(from)}_${day(to - 1)}`;
}
