import { HORIZON_DAYS, horizonOf } from "#lib/answers/question.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Until which age of a share its children are waited for, as choices that are kept in a page's address. */
export function horizonChoices(path: string, asked: URLSearchParams, t: Translate) {
  const current = horizonOf(asked);
  const choices = HORIZON_DAYS.map((days) => {
    const address = new URLSearchParams(asked);
    if (days === HORIZON_DAYS[0]) address.delete("horizon");
    else address.set("horizon", `${days}d`);
    const query = address.toString();
    return {
      href: query === "" ? path : `${path}?${query}`,
      label: t("metrics.horizon.days", { days }),
      isCurrent: days === current,
    };
  });
  return { label: t("metrics.horizon.label"), title: t("metrics.horizon.text"), choices };
}
