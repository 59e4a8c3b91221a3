import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Td } from "#components/ui/table.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { shareLag } from "./share-lag.ts";
import { shareNotes } from "./share-notes.ts";

/** One share as a row; pressing it, or its button, holds the share here and in the picture. */
export function ShareLine(props: {
  shares: CascadeShares;
  share: number;
  zone: string;
  /** Of the whole table, from 1, its head included. */
  rowIndex: number;
  isPinned: boolean;
  onPin: (share: number) => void;
}) {
  const { shares, share, zone, rowIndex, isPinned, onPin } = props;
  const { locale, t } = useLanguage();
  const mode = shares.mode[share] ?? null;
  const parent = shares.code[shares.parent[share] ?? -1];
  return (
    // The button in the first cell is the keyboard's way to the same press.
    <tr
      aria-rowindex={rowIndex}
      onClick={() => onPin(isPinned ? -1 : share)}
      className={`h-[41px] cursor-pointer whitespace-nowrap ${isPinned ? "bg-teal-50 dark:bg-teal-900/40" : "hover:bg-slate-50 dark:hover:bg-slate-800/40"}`}
    >
      <Td className="max-w-48 truncate">
        {/* The press bubbles to the row. */}
        <button
          type="button"
          aria-pressed={isPinned}
          className="max-w-full truncate font-medium hover:underline"
        >
          <bdi>{shares.person[share]}</bdi>
        </button>
      </Td>
      <Td>
        <bdi>{shares.channels[shares.channel[share] ?? 0]}</bdi>
      </Td>
      <Td figure title={formatDateTime(shares.at[share] ?? 0, locale, zone)}>
        {formatDuration(shareLag(shares, share), locale)}
      </Td>
      <Td figure>{formatNumber(shares.depth[share] ?? 0, locale)}</Td>
      <Td figure>{formatNumber(shares.children[share] ?? 0, locale)}</Td>
      <Td figure>{formatNumber(shares.descendants[share] ?? 0, locale)}</Td>
      <Td className="max-w-40 truncate !ps-8">
        {parent === undefined ? t("common.none") : <bdi dir="ltr">{parent}</bdi>}
      </Td>
      <Td className="max-w-40 truncate">
        <bdi dir="ltr">{shares.code[share]}</bdi>
      </Td>
      <Td>{mode === null ? t("common.none") : t(`cascades.share.${mode}`)}</Td>
      <Td>{shareNotes(shares, share, t)}</Td>
    </tr>
  );
}
