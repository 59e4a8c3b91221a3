import { Choice } from "#components/cascade/choice.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { COLOURINGS, EXPLORER_VIEWS, TIME_SCALES } from "#lib/explorer/explorer-state.ts";
import type { Explorer } from "./use-explorer.ts";

/** How the cascade is drawn: its view, its scale of time, its colours. */
export function ExplorerChoices({ explorer }: { explorer: Explorer }) {
  const { shares, state, scale, change } = explorer;
  const t = useTranslate();
  const colourings = COLOURINGS.filter((by) => by !== "country" || shares.countries.length > 0);
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <Choice
        label={t("cascades.view.label")}
        value={state.view}
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
  );
}
