import type { Translate } from "#lib/i18n/translator.ts";
import { searchOf } from "#lib/query/search-of.ts";
import { HORIZON_DAYS, type HorizonDays } from "./analysis-frame.ts";
import type { PageSearch } from "./dashboard-frame.ts";

/** Until which age of a share its children are waited for, as choices that are kept in a page's address. */
export function horizonChoices(path: string, search: PageSearch, current: HorizonDays, t: Translate) {
  const choices = HORIZON_DAYS.map((days) => {
    const address = searchOf(search);
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
