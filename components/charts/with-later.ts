import type { Translate } from "#lib/i18n/translator.ts";

/** A chart's note, with how many shares came after the stretch of time that is drawn. */
export function withLater(note: string, later: number, t: Translate): string {
  return later === 0 ? note : `${note} ${t("metrics.later", { count: later })}`;
}
