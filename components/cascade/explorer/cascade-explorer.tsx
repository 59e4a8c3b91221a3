"use client";

import { useRef } from "react";
import type { ViewHandle } from "#components/cascade/views/view-props.ts";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";
import type { ExplorerState } from "#lib/explorer/explorer-state.ts";
import type { PackedCascade } from "#lib/explorer/files/pack-cascade.ts";
import { ExplorerAside } from "./explorer-aside.tsx";
import { ExplorerChoices } from "./explorer-choices.tsx";
import { ExplorerFilters } from "./explorer-filters.tsx";
import { ExplorerView } from "./explorer-view.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { Timeline } from "./timeline.tsx";
import { useExplorer } from "./use-explorer.ts";

interface ExplorerProps {
  packed: PackedCascade;
  /** Those through any of the shares. */
  conversions: readonly ShareConversions[];
  initial: ExplorerState;
  campaign: string;
  currency: string | null;
  zone: string;
  /** Address of the campaign's pages. */
  base: string;
}

/** One cascade to walk through: pictures, rows, timeline, figures and the share held fast, all of one state. */
export function CascadeExplorer(props: ExplorerProps) {
  const t = useTranslate();
  // A canvas is drawn by the browser alone; drawn up by the server as well, a large cascade would come twice as late.
  return useIsInBrowser() ? (
    <ExplorerInBrowser {...props} />
  ) : (
    <Card title={t("cascades.picture.title")}>
      <div
        aria-busy="true"
        className="min-h-[46rem] animate-pulse rounded-md bg-slate-100 dark:bg-slate-800/60"
      />
    </Card>
  );
}

function ExplorerInBrowser(props: ExplorerProps) {
  const { campaign, currency, zone, base } = props;
  const t = useTranslate();
  const picture = useRef<ViewHandle>(null);
  const explorer = useExplorer(props);
  const { shares, state, change, rows } = explorer;
  return (
    <div>
      <Card title={t("cascades.picture.title")} actions={<ExplorerChoices explorer={explorer} />}>
        <ExplorerFilters
          shares={shares}
          state={state}
          found={explorer.found.length}
          onChange={change}
          onNext={explorer.selectNext}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div>
            <ExplorerView explorer={explorer} zone={zone} picture={picture} />
            <Timeline
              shares={shares}
              visible={explorer.timeless}
              scale={explorer.scale}
              zone={zone}
              from={state.from}
              until={state.until}
              onWindow={(from, until) => change({ from, until })}
            />
            <ExportButtons
              shares={shares}
              rows={rows}
              state={state}
              campaign={campaign}
              zone={zone}
              picture={state.view === "table" ? null : picture}
            />
          </div>
          <ExplorerAside explorer={explorer} currency={currency} zone={zone} base={base} />
        </div>
      </Card>
    </div>
  );
}
