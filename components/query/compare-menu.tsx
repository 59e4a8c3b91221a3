"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { COMPARE_KEY } from "#components/keys/preset-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { type Comparison, SHIFTS } from "#lib/query/query.ts";
import { MenuItem } from "./menu-item.tsx";
import { Popover } from "./popover.tsx";
import { useQuery } from "./use-query.ts";

/** What the stretch of time is laid beside: an earlier one, one from a day on, or another campaign. */
export function CompareMenu({ others }: { others: readonly { id: number; name: string }[] }) {
  const { locale, t } = useLanguage();
  const { query, ask } = useQuery();
  const { comparison } = query;
  const isLaunch = "preset" in query.period && query.period.preset === "launch";
  const text = () => {
    if (comparison === null) return t("query.vs.none");
    if (comparison.kind === "day") return t("query.vs.since", { day: formatDay(comparison.from, locale) });
    if (comparison.kind !== "campaign") return t(`query.vs.${comparison.kind}`);
    const other = others.find(({ id }) => id === comparison.campaignId);
    return t("query.vs.with", { name: other?.name ?? String(comparison.campaignId) });
  };
  return (
    <Popover
      name={t("query.vs")}
      label={<span className="max-w-48 truncate">{text()}</span>}
      className="min-w-64"
    >
      {(close) => {
        const choose = (chosen: Comparison | null) => {
          ask({ ...query, comparison: chosen });
          close();
        };
        return (
          <>
            <MenuItem isCurrent={comparison === null} shortcut={COMPARE_KEY} onClick={() => choose(null)}>
              {t("query.vs.none")}
            </MenuItem>
            {SHIFTS.filter((kind) => !isLaunch || kind === "year").map((kind) => (
              <MenuItem key={kind} isCurrent={comparison?.kind === kind} onClick={() => choose({ kind })}>
                {t(`query.vs.${kind}`)}
              </MenuItem>
            ))}
            <SinceDay choose={choose} />
            {others.length === 0 ? null : (
              <p className="px-2.5 pb-1 pt-3 text-xs font-medium text-slate-600 dark:text-slate-400">
                {t("query.vs.campaigns")}
              </p>
            )}
            {others.map(({ id, name }) => (
              <MenuItem
                key={id}
                isCurrent={comparison?.kind === "campaign" && comparison.campaignId === id}
                onClick={() => choose({ kind: "campaign", campaignId: id })}
              >
                <bdi>{name}</bdi>
              </MenuItem>
            ))}
          </>
        );
      }}
    </Popover>
  );
}

function SinceDay({ choose }: { choose: (chosen: Comparison) => void }) {
  const { t } = useLanguage();
  return (
    <form
      className="flex items-end gap-2 px-2.5 py-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const from = String(new FormData(event.currentTarget).get("from"));
        if (from !== "") choose({ kind: "day", from });
      }}
    >
      <label className="text-xs text-slate-600 dark:text-slate-400">
        {t("query.vs.from")}
        <input type="date" name="from" required className={`${inputClass} mt-1 !py-1.5 text-xs`} />
      </label>
      <Button type="submit" variant="secondary" className="!py-1.5">
        {t("query.vs.apply")}
      </Button>
    </form>
  );
}
