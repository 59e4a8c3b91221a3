import type { ExplorerState } from "#lib/explorer/explorer-state.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the explorer lets through besides time, in words, for the head of a file; "" when all. */
export function filterWords(state: ExplorerState, t: Translate): string {
  const { channel, country, mode, evidence, flag, branch, below } = state;
  const words: (readonly [string, string | null])[] = [
    [t("cascades.share.channel"), channel],
    [t("explorer.country"), country],
    [t("cascades.share.mode"), mode && t(`cascades.share.${mode}`)],
    [t("explorer.evidence"), evidence && t(`explorer.evidence.${evidence}`)],
    [t("explorer.flag"), flag && t(`cascades.share.${flag}`)],
    [t("explorer.onlyBranch"), branch],
    [t("explorer.below"), below === null ? null : String(below)],
  ];
  return words
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: \u2068${value}\u2069`]))
    .join(" · ");
}
