import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { isInferred } from "#lib/cascade/is-inferred.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import { ageLimits } from "#lib/explorer/colour-slots.ts";
import type { Colouring } from "#lib/explorer/explorer-state.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { PictureColours } from "../picture-colours.ts";

export interface LegendItem {
  readonly kind: "disc" | "hollow" | "ring" | "fold" | "dashed";
  readonly label: string;
  /** Absent: the colour of text. */
  readonly colour?: string | undefined;
}

interface LegendPlan {
  readonly shares: CascadeShares;
  readonly colour: Colouring;
  readonly colours: PictureColours;
  readonly slots: Uint8Array;
  /** Shares in counted marks. */
  readonly folded: number;
  readonly hasLinks: boolean;
  /** Whether the search finds any share. */
  readonly hasFound: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

/** What the colours and the looks in a picture mean; only those that occur in it. */
export function legendItems({
  shares,
  colours,
  slots,
  folded,
  hasLinks,
  hasFound,
  t,
  ...plan
}: LegendPlan): LegendItem[] {
  const used = new Set(slots);
  const items = slotNames(shares, plan.colour, colours.channels.length, plan.locale, t)
    .map((label, slot): LegendItem & { slot: number } => ({
      kind: "disc",
      label,
      slot,
      colour: colours.channels[slot],
    }))
    .filter(({ slot }) => used.has(slot));
  return [
    ...items,
    { kind: "hollow", label: t("pictures.legend.hollow") },
    ...(hasFound
      ? [{ kind: "ring", label: t("pictures.legend.found"), colour: colours.found } as const]
      : []),
    ...(folded > 0 ? [{ kind: "fold", label: t("pictures.legend.folded", { count: folded }) } as const] : []),
    ...(hasLinks && shares.evidence.some(isInferred)
      ? [{ kind: "dashed", label: t("cascades.picture.dashed") } as const]
      : []),
  ];
}

function slotNames(
  shares: CascadeShares,
  by: Colouring,
  most: number,
  locale: Locale,
  t: Translate,
): string[] {
  const { channels } = shares;
  if (by === "mode")
    return [t("cascades.share.active"), t("cascades.share.passive"), t("pictures.legend.noMode")];
  if (by === "evidence") {
    return [...EVIDENCES, "root" as const].map((kind) => t(`pictures.legend.${kind}`));
  }
  if (by === "age") {
    const limits = ageLimits(shares);
    const until = (limit: number) => t("pictures.legend.until", { time: formatRoundDuration(limit, locale) });
    const after = (limit: number) => t("pictures.legend.after", { time: formatRoundDuration(limit, locale) });
    return limits.map((limit, slot) => {
      const before = limits[slot - 1];
      return slot === limits.length - 1 && before !== undefined ? after(before) : until(limit);
    });
  }
  if (by === "country") {
    const named = shares.countries.slice(0, most - 2);
    const others = t("pictures.legend.otherCountries", { count: shares.countries.length - named.length });
    return [
      ...named,
      ...new Array<string>(most - 2 - named.length).fill(""),
      others,
      t("pictures.legend.noCountry"),
    ];
  }
  if (channels.length <= most) return [...channels];
  const others = t("cascades.picture.otherChannels", { count: channels.length - most + 1 });
  return [...channels.slice(0, most - 1), others];
}
