import type { SideChoice } from "#lib/answers/compare/compared-side.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What stands on a side of a comparison, in words. */
export function sideText(
  side: SideChoice,
  campaigns: readonly { readonly id: number; readonly name: string }[],
  t: Translate,
): string {
  if (side.kind === "channel") return t("compare.channel", { channel: side.channel });
  if (side.kind === "branch") return t("compare.branch", { code: side.code });
  return campaigns.find(({ id }) => id === side.campaignId)?.name ?? t("compare.missing");
}
