import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { shareLag } from "../share-lag.ts";

/** Says to a screen reader which share is selected. */
export function SpokenShare({ shares, share }: { shares: CascadeShares; share: number | null }) {
  const { locale, t } = useLanguage();
  const text =
    share === null
      ? t("cascades.share.none")
      : t("cascades.share.spoken", {
          person: shares.person[share] ?? "",
          channel: shares.channels[shares.channel[share] ?? 0] ?? "",
          after: formatDuration(shareLag(shares, share), locale),
          generation: shares.depth[share] ?? 0,
          children: shares.children[share] ?? 0,
          descendants: shares.descendants[share] ?? 0,
        });
  return (
    <p
      aria-live="polite"
      className={share === null ? "mt-2 text-xs text-slate-500 dark:text-slate-400" : "sr-only"}
    >
      {text}
    </p>
  );
}
