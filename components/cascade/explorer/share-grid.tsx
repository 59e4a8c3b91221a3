import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { ShareLine } from "#components/cascade/share-line.tsx";
import { SpokenShare } from "#components/cascade/views/spoken-share.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Th } from "#components/ui/table.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { SortOrder } from "#lib/explorer/cascade-sort.ts";
import { SHARE_SORTS, type ShareSort } from "#lib/explorer/sort-shares.ts";

const ROW = 41;
const SPARE = 8;
const HEIGHT = 560;
const COLUMNS = SHARE_SORTS.length + 1;
const FIGURES: readonly ShareSort[] = ["after", "generation", "children", "descendants"];
const KEYS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface ShareGridProps {
  shares: CascadeShares;
  /** Shares in the order shown. */
  rows: readonly number[];
  zone: string;
  selected: number | null;
  sort: ShareSort;
  order: SortOrder;
  onSelect: (share: number | null) => void;
  onSort: (sort: ShareSort, order: SortOrder) => void;
}

/** The rows behind the pictures; only those in sight are in the page. Up, Down, Page, Home and End move the choice. */
export function ShareGrid(props: ShareGridProps) {
  const { shares, rows, zone, selected, sort, order, onSelect, onSort } = props;
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const place = useMemo(() => rows.indexOf(selected ?? -1), [rows, selected]);
  useInSight(box, place);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top + HEIGHT) / ROW) + SPARE);

  function onKeyDown(event: KeyboardEvent) {
    const by = KEYS[event.key];
    if (by === undefined || rows.length === 0) return;
    event.preventDefault();
    const to = place === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, place + by));
    onSelect(rows[to] ?? null);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll in every browser */}
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={t("explorer.tableKeys")}
        onKeyDown={onKeyDown}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        className="overflow-auto rounded-md"
        style={{ maxHeight: HEIGHT }}
      >
        <table className="w-full border-collapse text-sm tabular-nums" aria-rowcount={rows.length + 1}>
          <caption className="sr-only">{t("cascades.table.caption")}</caption>
          <Head sort={sort} order={order} onSort={onSort} />
          <tbody>
            <Spacer height={first * ROW} />
            {rows.slice(first, last).map((share, offset) => (
              <ShareLine
                key={share}
                shares={shares}
                share={share}
                zone={zone}
                rowIndex={first + offset + 2}
                isPinned={share === selected}
                onPin={(pinned) => onSelect(pinned === -1 ? null : pinned)}
              />
            ))}
            <Spacer height={(rows.length - last) * ROW} />
          </tbody>
        </table>
      </div>
      {selected === null ? null : <SpokenShare shares={shares} share={selected} />}
    </>
  );
}

/** Scrolls until a row, counted without the head, can be seen; -1 for none. */
function useInSight(box: RefObject<HTMLElement | null>, place: number): void {
  useEffect(() => {
    if (place === -1 || box.current === null) return;
    const { scrollTop, clientHeight } = box.current;
    const at = (place + 1) * ROW;
    if (at - ROW < scrollTop) box.current.scrollTop = at - ROW;
    else if (at + ROW > scrollTop + clientHeight) box.current.scrollTop = at + ROW - clientHeight;
  }, [box, place]);
}

/** A button in each column's head sorts by it, and once more the other way round. */
function Head({ sort, order, onSort }: Pick<ShareGridProps, "sort" | "order" | "onSort">) {
  const t = useTranslate();
  return (
    <thead className="sticky top-0 z-10 bg-white dark:bg-slate-900">
      <tr aria-rowindex={1}>
        {SHARE_SORTS.map((by) => (
          <Th
            key={by}
            figure={FIGURES.includes(by)}
            className={by === "parent" ? "!ps-8" : ""}
            aria-sort={sort !== by ? "none" : order === "desc" ? "descending" : "ascending"}
          >
            <button
              type="button"
              onClick={() => onSort(by, sort === by && order === "asc" ? "desc" : "asc")}
              className="font-medium hover:underline"
            >
              {t(`cascades.share.${by}`)}
              <span aria-hidden="true">{sort === by ? (order === "desc" ? " ↓" : " ↑") : ""}</span>
            </button>
          </Th>
        ))}
        <Th>{t("cascades.share.notes")}</Th>
      </tr>
    </thead>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in the spacer takes the focus
    <tr aria-hidden="true">
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  );
}
