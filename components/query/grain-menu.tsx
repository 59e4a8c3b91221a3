"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { GRAINS } from "#lib/time/grain.ts";
import { localZone } from "#lib/time/time-zones.ts";
import { MenuItem } from "./menu-item.tsx";
import { Popover } from "./popover.tsx";
import { useQuery } from "./use-query.ts";

/** The steps of charts over time, where the page has such, and whose clock cuts them. */
export function GrainMenu({ zone, hasSteps }: { zone: string; hasSteps: boolean }) {
  const { t } = useLanguage();
  const { query, ask } = useQuery();
  const steps = t(query.grain === null ? "query.grain.auto" : `query.grain.${query.grain}`);
  const label = query.zone === null ? steps : `${steps} · ${query.zone}`;
  return (
    <Popover
      name={t(hasSteps ? "query.grain" : "query.zone")}
      label={hasSteps ? label : <bdi dir="ltr">{query.zone ?? zone}</bdi>}
      className="min-w-56"
    >
      {(close) => {
        const zones = [...new Set([zone, localZone(), "UTC"])];
        return (
          <>
            {(hasSteps ? ([null, ...GRAINS] as const) : []).map((grain) => (
              <MenuItem
                key={grain ?? "auto"}
                isCurrent={query.grain === grain}
                onClick={() => {
                  ask({ ...query, grain });
                  close();
                }}
              >
                {t(grain === null ? "query.grain.auto" : `query.grain.${grain}`)}
              </MenuItem>
            ))}
            <p className="px-2.5 pb-1 pt-3 text-xs font-medium text-slate-600 dark:text-slate-400">
              {t("query.zone")}
            </p>
            {zones.map((name) => (
              <MenuItem
                key={name}
                isCurrent={(query.zone ?? zone) === name}
                onClick={() => {
                  ask({ ...query, zone: name === zone ? null : name });
                  close();
                }}
              >
                <bdi dir="ltr">{name}</bdi>
              </MenuItem>
            ))}
          </>
        );
      }}
    </Popover>
  );
}
