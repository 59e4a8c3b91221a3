"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { GRAINS } from "#lib/time/grain.ts";
import { localZone } from "#lib/time/time-zones.ts";
import { MenuItem } from "./menu-item.tsx";
import { Popover } from "./popover.tsx";
import { useQuery } from "./use-query.ts";

/** The steps of charts over time, and whose clock cuts them. */
export function GrainMenu({ zone }: { zone: string }) {
  const { t } = useLanguage();
  const { query, ask } = useQuery();
  const shown = t(query.grain === null ? "query.grain.auto" : `query.grain.${query.grain}`);
  return (
    <Popover
      name={t("query.grain")}
      label={query.zone === null ? shown : `${shown} · ${query.zone}`}
      className="min-w-56"
    >
      {(close) => {
        const zones = [...new Set([zone, localZone(), "UTC"])];
        return (
          <>
            {([null, ...GRAINS] as const).map((grain) => (
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
