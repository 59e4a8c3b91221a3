"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { PRESET_KEYS } from "#components/keys/preset-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { movePeriod } from "#lib/query/move-period.ts";
import { PRESETS } from "#lib/query/query.ts";
import { resolveQuery } from "#lib/query/resolve-query.ts";
import { MenuItem } from "./menu-item.tsx";
import { periodText } from "./period-text.ts";
import { Popover } from "./popover.tsx";
import type { QueryBarProps } from "./query-bar-props.ts";
import { useQuery } from "./use-query.ts";

/** The stretch of time: by name, by its days, and the ones before and after it. */
export function PeriodMenu({ life, zone, now }: Pick<QueryBarProps, "life" | "zone" | "now">) {
  const { locale, t } = useLanguage();
  const { query, ask } = useQuery();
  const at = { zone: query.zone ?? zone, now };
  const span = life === null ? null : resolveQuery(query, { now, workspaceZone: zone, life });
  const isLaunch = "preset" in query.period && query.period.preset === "launch";
  return (
    <div className="flex items-center gap-1">
      <Popover name={t("query.period")} label={periodText(query.period, locale, t)}>
        {(close) => (
          <>
            {PRESETS.map((preset) => (
              <MenuItem
                key={preset}
                shortcut={PRESET_KEYS[preset]}
                isCurrent={"preset" in query.period && query.period.preset === preset}
                onClick={() => {
                  ask({ ...query, period: { preset } });
                  close();
                }}
              >
                {t(`query.period.${preset}`)}
              </MenuItem>
            ))}
            <OwnDays close={close} />
          </>
        )}
      </Popover>
      {span === null || isLaunch
        ? null
        : ([-1, 1] as const).map((steps) => {
            const period = movePeriod(span, steps, at);
            return (
              <Button
                key={steps}
                variant="quiet"
                className="!px-1.5 !py-1.5"
                disabled={period === null}
                aria-label={t(steps === -1 ? "query.period.before" : "query.period.after")}
                aria-keyshortcuts={steps === -1 ? "ArrowLeft" : "ArrowRight"}
                onClick={() => period !== null && ask({ ...query, period })}
              >
                <svg
                  aria-hidden="true"
                  viewBox="0 0 16 16"
                  className={`size-4 fill-none stroke-current stroke-[1.75] rtl:-scale-x-100 ${steps === 1 ? "rotate-180 rtl:rotate-180" : ""}`}
                >
                  <path d="M10 3.5 5.5 8l4.5 4.5" />
                </svg>
              </Button>
            );
          })}
    </div>
  );
}

function OwnDays({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const { query, ask } = useQuery();
  const days = "preset" in query.period ? null : query.period;
  return (
    <form
      className="mt-2 grid grid-cols-2 items-end gap-2 border-t border-slate-200 px-2.5 pb-1 pt-3 dark:border-slate-800"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const [a, b] = [String(form.get("from")), String(form.get("to"))];
        if (a === "" || b === "") return;
        ask({ ...query, period: { from: a < b ? a : b, to: a < b ? b : a } });
        close();
      }}
    >
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="text-xs text-slate-600 dark:text-slate-400">
          {t(`query.period.${name}`)}
          <input
            type="date"
            name={name}
            required
            defaultValue={days?.[name]}
            className={`${inputClass} mt-1 !py-1.5 text-xs`}
          />
        </label>
      ))}
      <Button type="submit" variant="secondary" className="col-span-2 !py-1.5">
        {t("query.period.apply")}
      </Button>
    </form>
  );
}
