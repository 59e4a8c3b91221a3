"use client";

import { useMemo, useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { type ShareSort, sortShares } from "#lib/cascade/sort-shares.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { ShareLine } from "./share-line.tsx";

const PAGE_ROWS = 100;
const COLUMNS: readonly { readonly sort: ShareSort; readonly isFigure: boolean }[] = [
  { sort: "person", isFigure: false },
  { sort: "channel", isFigure: false },
  { sort: "after", isFigure: true },
  { sort: "generation", isFigure: true },
  { sort: "children", isFigure: true },
  { sort: "descendants", isFigure: true },
  { sort: "parent", isFigure: false },
  { sort: "code", isFigure: false },
  { sort: "mode", isFigure: false },
];

interface ShareTableProps {
  readonly shares: CascadeShares;
  readonly zone: string;
  readonly pinned: number;
  readonly onPin: (share: number) => void;
}

/** The rows behind the picture, sorted by any column, a hundred at a time. Opens where the held share stands. */
export function ShareTable({ shares, zone, pinned, onPin }: ShareTableProps) {
  const { t } = useLanguage();
  const [sort, setSort] = useState<{ by: ShareSort; isDown: boolean }>({ by: "generation", isDown: false });
  const order = useMemo(() => sortShares(shares, sort.by, sort.isDown ? "desc" : "asc"), [shares, sort]);
  const [page, setPage] = useState(() => Math.floor(Math.max(0, order.indexOf(pinned)) / PAGE_ROWS));
  const rows = order.subarray(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);

  function sortBy(by: ShareSort) {
    setSort({ by, isDown: sort.by === by && !sort.isDown });
    setPage(0);
  }

  return (
    <>
      <Table>
        <caption className="sr-only">{t("cascades.table.caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ sort: by, isFigure }) => (
              <Th
                key={by}
                figure={isFigure}
                className={by === "parent" ? "!ps-8" : ""}
                aria-sort={sort.by === by ? (sort.isDown ? "descending" : "ascending") : "none"}
              >
                <button type="button" onClick={() => sortBy(by)} className="font-medium hover:underline">
                  {t(`cascades.share.${by}`)}
                  <span aria-hidden="true">{sort.by === by ? (sort.isDown ? " ↓" : " ↑") : ""}</span>
                </button>
              </Th>
            ))}
            <Th>{t("cascades.share.notes")}</Th>
          </tr>
        </thead>
        <tbody>
          {Array.from(rows, (share) => (
            <ShareLine
              key={share}
              shares={shares}
              share={share}
              zone={zone}
              isPinned={share === pinned}
              onPin={onPin}
            />
          ))}
        </tbody>
      </Table>
      <SharePager page={page} pages={Math.ceil(order.length / PAGE_ROWS)} onPage={setPage} />
    </>
  );
}

function SharePager(props: { page: number; pages: number; onPage: (page: number) => void }) {
  const { page, pages, onPage } = props;
  const { locale, t } = useLanguage();
  if (pages < 2) return null;
  return (
    <nav aria-label={t("cascades.list.pages")} className="mt-4 flex items-center justify-between gap-3">
      <Button variant="secondary" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t("cascades.list.previous")}
      </Button>
      <span aria-live="polite" className="tabular-nums text-slate-600 dark:text-slate-400">
        {t("cascades.list.page", {
          page: formatNumber(page + 1, locale),
          pages: formatNumber(pages, locale),
        })}
      </span>
      <Button variant="secondary" disabled={page + 1 >= pages} onClick={() => onPage(page + 1)}>
        {t("cascades.list.next")}
      </Button>
    </nav>
  );
}
