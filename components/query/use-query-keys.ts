"use client";

import { useEffect } from "react";
import { CLEAR_KEY, COMPARE_KEY, PRESET_KEYS } from "#components/keys/preset-keys.ts";
import { singleKeys } from "#components/keys/single-keys.ts";
import { takesText } from "#components/keys/takes-text.ts";
import { movePeriod } from "#lib/query/move-period.ts";
import { PRESETS } from "#lib/query/query.ts";
import { resolveQuery } from "#lib/query/resolve-query.ts";
import type { QueryBarProps } from "./query-bar-props.ts";
import type { useQuery } from "./use-query.ts";

/** One key for each stretch of time, arrows to the ones beside it, X to compare, C to clear the filters. */
export function useQueryKeys(
  { query, ask }: ReturnType<typeof useQuery>,
  { life, zone, now }: Pick<QueryBarProps, "life" | "zone" | "now">,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      // A dialog that was just closed holds the focus until the next frame.
      const isInside =
        event.target instanceof HTMLElement &&
        event.target.closest("figure, dialog[open], [role=grid]") !== null;
      if (isInside || takesText(event.target)) return;
      if (event.key.length === 1 && !singleKeys.areOn()) return;
      const key = event.key.toUpperCase();
      const preset = PRESETS.find((name) => PRESET_KEYS[name] === key);
      const isLaunch = "preset" in query.period && query.period.preset === "launch";
      if (preset !== undefined) return ask({ ...query, period: { preset } });
      if (key === COMPARE_KEY) {
        const kind = isLaunch ? "year" : "previous";
        return ask({ ...query, comparison: query.comparison === null ? { kind } : null });
      }
      if (key === CLEAR_KEY && query.filters.length > 0) return ask({ ...query, filters: [] });
      const isRightToLeft = document.documentElement.dir === "rtl";
      if ((key !== "ARROWLEFT" && key !== "ARROWRIGHT") || isLaunch || life === null) return;
      const steps = (key === "ARROWLEFT") === isRightToLeft ? 1 : -1;
      const span = resolveQuery(query, { now, workspaceZone: zone, life });
      const period = movePeriod(span, steps, { zone: query.zone ?? zone, now });
      if (period !== null) ask({ ...query, period });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
