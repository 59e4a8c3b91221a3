"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { parseQuery } from "#lib/query/parse-query.ts";
import { INITIAL_QUERY } from "#lib/query/query.ts";
import { queryString } from "#lib/query/query-string.ts";
import { MenuItem } from "./menu-item.tsx";
import { Popover } from "./popover.tsx";
import type { QueryBarProps } from "./query-bar-props.ts";
import { useQuery } from "./use-query.ts";

/** Saved filters, and a name for those that are set. */
export function SegmentMenu(
  props: Pick<QueryBarProps, "segments" | "saveSegment" | "deleteSegment" | "canShare">,
) {
  const { segments, saveSegment, deleteSegment, canShare } = props;
  const { t } = useLanguage();
  const { query, ask } = useQuery();
  const written = queryString({ ...INITIAL_QUERY, filters: query.filters }).slice(1);
  const current = segments.find((segment) => segment.query === written && written !== "");
  return (
    <Popover
      name={t("query.segments")}
      label={<bdi>{current?.name ?? t("query.segments.none")}</bdi>}
      className="min-w-64"
    >
      {(close) => (
        <>
          {segments.length === 0 && written === "" ? (
            <p className="max-w-60 p-2 text-slate-600 dark:text-slate-400">{t("query.segments.empty")}</p>
          ) : null}
          {segments.map(({ id, name, query: text, isShared }) => (
            <div key={id} className="flex items-center gap-1">
              <div className="grow">
                <MenuItem
                  isCurrent={id === current?.id}
                  onClick={() => {
                    ask({ ...query, filters: parseQuery(new URLSearchParams(text)).query.filters });
                    close();
                  }}
                >
                  <bdi>{name}</bdi>{" "}
                  <span className="text-xs text-slate-500 dark:text-slate-400">
                    {t(isShared ? "query.segments.shared" : "query.segments.own")}
                  </span>
                </MenuItem>
              </div>
              {isShared && !canShare ? null : (
                <form action={deleteSegment}>
                  <input type="hidden" name="segment" value={id} />
                  <Button
                    type="submit"
                    variant="quiet"
                    className="!px-2 !py-1"
                    aria-label={t("query.segments.delete", { name })}
                  >
                    ×
                  </Button>
                </form>
              )}
            </div>
          ))}
          {written === "" || current !== undefined ? null : (
            <form
              action={saveSegment}
              className="grid gap-2 border-t border-slate-200 p-2 dark:border-slate-800"
            >
              <input type="hidden" name="query" value={written} />
              <label className="text-xs text-slate-600 dark:text-slate-400">
                {t("query.segments.name")}
                <input name="name" required maxLength={60} className={`${inputClass} mt-1 !py-1.5`} />
              </label>
              {canShare ? (
                <label className="flex items-center gap-2 text-xs">
                  <input type="checkbox" name="shared" className="size-4 rounded" />
                  {t("query.segments.forAll")}
                </label>
              ) : null}
              <Button type="submit" variant="secondary" className="!py-1.5">
                {t("query.segments.save")}
              </Button>
            </form>
          )}
        </>
      )}
    </Popover>
  );
}
