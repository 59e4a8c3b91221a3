import { useMemo } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { measureVisible } from "#lib/explorer/measure-visible.ts";
import { visibleShares } from "#lib/explorer/visible-shares.ts";
import { SharePanel } from "./share-panel.tsx";
import type { Explorer } from "./use-explorer.ts";
import { VisibleFiguresTable } from "./visible-figures.tsx";

/** Ways back to the whole, the share held fast, and the figures of what is in sight or of two branches. */
export function ExplorerAside(props: {
  explorer: Explorer;
  currency: string | null;
  zone: string;
  /** Address of the campaign's pages. */
  base: string;
}) {
  const { explorer, currency, zone, base } = props;
  const { shares, state, branch, selected, compared, change, enter } = explorer;
  const t = useTranslate();
  const columns = useColumns(explorer, t("explorer.inSight"));
  return (
    <aside aria-label={t("explorer.figures")} className="space-y-6">
      {branch === null ? null : (
        <Button variant="secondary" onClick={() => enter(null)}>
          {t("explorer.wholeCascade")}
        </Button>
      )}
      {compared === null ? null : (
        <Button variant="secondary" onClick={() => change({ compared: null })}>
          {t("explorer.endCompare")}
        </Button>
      )}
      {selected === null ? (
        <p className="text-xs text-slate-600 dark:text-slate-400">{t("explorer.noneSelected")}</p>
      ) : (
        <SharePanel
          shares={shares}
          share={selected}
          zone={zone}
          influence={explorer.influence}
          currency={currency}
          base={base}
          onSelect={explorer.select}
          onBranch={() => enter(state.selected)}
          onCompare={() => change({ compared: state.selected })}
          onFold={() => explorer.toggle(selected)}
        />
      )}
      <VisibleFiguresTable
        columns={columns}
        base={compared === null ? (shares.depth[branch ?? 0] ?? 0) : 0}
      />
    </aside>
  );
}

/** What is in sight by its name; while branches are compared, each branch by its code. */
function useColumns({ shares, state, figures, compared, selected }: Explorer, inSight: string) {
  return useMemo(() => {
    if (compared === null) return [{ name: inSight, figures }];
    const tops = selected === null || selected === compared ? [compared] : [compared, selected];
    return tops.map((top) => ({
      name: shares.code[top] ?? "",
      figures: measureVisible(shares, visibleShares(shares, { ...state, branch: top }), top),
    }));
  }, [shares, state, figures, compared, selected, inSight]);
}
