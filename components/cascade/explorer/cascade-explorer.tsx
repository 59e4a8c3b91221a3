"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Choice } from "#components/cascade/choice.tsx";
import { VIEWS } from "#components/cascade/views/registry.ts";
import type { ViewHandle } from "#components/cascade/views/view-props.ts";
import { useIsInBrowser } from "#components/hooks/use-is-in-browser.ts";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";
import { cascadeInfluence } from "#lib/estimators/credit.ts";
import { COLOURINGS, EXPLORER_VIEWS, type ExplorerState, type PlaneView, TIME_SCALES } from "#lib/explorer/explorer-state.ts";
import type { PackedCascade } from "#lib/explorer/files/pack-cascade.ts";
import { unpackCascade } from "#lib/explorer/files/unpack-cascade.ts";
import { findShares } from "#lib/explorer/find-shares.ts";
import { measureVisible } from "#lib/explorer/measure-visible.ts";
import { sortShares } from "#lib/explorer/sort-shares.ts";
import { stepBack } from "#lib/explorer/step-back.ts";
import { visibleShares } from "#lib/explorer/visible-shares.ts";
import { ExplorerFilters } from "./explorer-filters.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { ShareGrid } from "./share-grid.tsx";
import { SharePanel } from "./share-panel.tsx";
import { Timeline } from "./timeline.tsx";
import { useEscape } from "./use-escape.ts";
import { useExplored } from "./use-explored.ts";
import { useExplorerState } from "./use-explorer-state.ts";
import { VisibleFiguresTable } from "./visible-figures.tsx";

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
    <Explorer {...props} />
  ) : (
    <Card title={t("cascades.picture.title")}>
      <div
        aria-busy="true"
        className="min-h-[46rem] animate-pulse rounded-md bg-slate-100 dark:bg-slate-800/60"
      />
    </Card>
  );
}

function Explorer(props: ExplorerProps) {
  const { packed, conversions, campaign, currency, zone, base } = props;
  const shares = useMemo(() => unpackCascade(packed), [packed]);
  const influence = useMemo(() => cascadeInfluence(shares, conversions), [shares, conversions]);
  const t = useTranslate();
  const picture = useRef<ViewHandle>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const { state, setState, change } = useExplorerState(props.initial);
  const { visible, timeless, collapsed, figures, branch, scale, selected, compared } = useExplored(
    shares,
    state,
  );
  const { sort, order, view } = state;
  const sorted = useMemo(() => sortShares(shares, sort, order), [shares, sort, order]);
  const rows = useMemo(() => Array.from(sorted).filter((share) => visible[share] === 1), [sorted, visible]);
  const found = useMemo(() => findShares(shares, visible, state.search), [shares, visible, state.search]);
  const codeOf = (share: number | null) => (share === null ? null : (shares.code[share] ?? null));
  const select = (share: number | null) => change({ selected: codeOf(share) });
  const toggle = (share: number) => {
    const code = shares.code[share] ?? "";
    const others = state.toggled.filter((known) => known !== code);
    change({ toggled: others.length < state.toggled.length ? others : [...others, code] });
  };
  const next = () => select(found.find((share) => share > (selected ?? -1)) ?? found[0] ?? null);
  const columns = useMemo(() => {
    if (compared === null) return [{ name: t("explorer.inSight"), figures }];
    const tops = selected === null || selected === compared ? [compared] : [compared, selected];
    return tops.map((top) => ({
      name: shares.code[top] ?? "",
      figures: measureVisible(shares, visibleShares(shares, { ...state, branch: top }), top),
    }));
  }, [shares, state, figures, compared, selected, t]);
  useEscape(() => setState(stepBack));
  const opened = useMemo(
    () =>
      state.opened
        .map(({ code, step }) => ({ share: shares.code.indexOf(code), step }))
        .filter(({ share }) => share !== -1),
    [shares, state.opened],
  );
  const open = (mark: { share: number; step: number } | null) => {
    if (mark === null && state.opened.length === 0) return;
    const added =
      mark === null ? [] : [...state.opened, { code: shares.code[mark.share] ?? "", step: mark.step }];
    change({ opened: added });
  };
  const onPlane = useCallback((plane: PlaneView | null) => change({ plane }), [change]);
  const enter = (code: string | null) => change({ branch: code, plane: null, opened: [] });
  const isPlaced = state.plane !== null || state.opened.length > 0;
  const fitted = useRef<number | null>(null);
  useEffect(() => {
    if (fitted.current === branch) return;
    fitted.current = branch;
    // A branch is looked at in its own size; an address that says what is in sight is right already.
    if (!isPlaced) picture.current?.fit();
  }, [branch, isPlaced]);
  const colourings = COLOURINGS.filter((by) => by !== "country" || shares.countries.length > 0);
  const View = view === "table" ? null : VIEWS[view];

  return (
    <div>
      <Card
        title={t("cascades.picture.title")}
        actions={
          <div className="flex flex-wrap gap-3 print:hidden">
            <Choice
              label={t("cascades.view.label")}
              value={view}
              options={EXPLORER_VIEWS.map((value) => ({ value, label: t(`explorer.view.${value}`) }))}
              onChange={(value) => change({ view: value, plane: null, opened: [] })}
            />
            <Choice
              label={t("cascades.scale.label")}
              value={scale}
              options={TIME_SCALES.map((value) => ({ value, label: t(`cascades.scale.${value}`) }))}
              onChange={(value) => change({ scale: value })}
            />
            <Choice
              label={t("explorer.colour")}
              value={state.colour}
              options={colourings.map((value) => ({ value, label: t(`explorer.colour.${value}`) }))}
              onChange={(value) => change({ colour: value })}
            />
          </div>
        }
      >
        <ExplorerFilters shares={shares} state={state} found={found.length} onChange={change} onNext={next} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div>
            {View === null ? (
              <ShareGrid
                {...{ shares, rows, zone, selected, sort, order }}
                onSelect={select}
                onSort={(by, direction) => change({ sort: by, order: direction })}
              />
            ) : (
              <View
                {...{
                  shares,
                  visible,
                  scale,
                  collapsed,
                  selected,
                  hovered,
                  compared,
                  found,
                  opened,
                  onPlane,
                }}
                onOpen={open}
                plane={state.plane}
                ref={picture}
                colour={state.colour}
                onSelect={select}
                onHover={setHovered}
                onToggle={toggle}
              />
            )}
            <Timeline
              {...{ shares, scale, zone }}
              visible={timeless}
              from={state.from}
              until={state.until}
              onWindow={(from, until) => change({ from, until })}
            />
            <ExportButtons
              {...{ shares, rows, state, campaign, zone }}
              picture={View === null ? null : picture}
            />
          </div>
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
                {...{ shares, zone, influence, currency, base }}
                share={selected}
                onSelect={select}
                onBranch={() => enter(state.selected)}
                onCompare={() => change({ compared: state.selected })}
                onFold={() => toggle(selected)}
              />
            )}
            <VisibleFiguresTable
              columns={columns}
              base={compared === null ? (shares.depth[branch ?? 0] ?? 0) : 0}
            />
          </aside>
        </div>
      </Card>
    </div>
  );
}
