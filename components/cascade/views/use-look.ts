import { useMemo } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { useIsDark } from "../use-is-dark.ts";
import { legendItems } from "./legend-items.ts";
import { viewColours } from "./view-colours.ts";
import type { ViewProps } from "./view-props.ts";

/** The colours of a picture, what in it is lit, and what they mean. */
export function useLook(
  { shares, colour, hovered, selected, compared, found }: ViewProps,
  { slots, folded, hasLinks }: { slots: Uint8Array; folded: number; hasLinks: boolean },
) {
  const { locale, t } = useLanguage();
  const isDark = useIsDark();
  const colours = useMemo(() => viewColours(isDark, colour), [isDark, colour]);
  const focus = useMemo(
    () => ({ active: hovered ?? selected, isHovered: hovered !== null, selected, compared, found }),
    [hovered, selected, compared, found],
  );
  const hasFound = found.length > 0;
  const legend = useMemo(
    () => legendItems({ shares, colour, colours, slots, folded, hasLinks, hasFound, locale, t }),
    [shares, colour, colours, slots, folded, hasLinks, hasFound, locale, t],
  );
  return { colours, focus, legend, locale };
}
