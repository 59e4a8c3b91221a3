import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { MOST_GENERATIONS } from "#lib/cascade/first-generations.ts";
import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import { type ExplorerState, FLAGS } from "#lib/explorer/explorer-state.ts";

/** Search, what is let through, and the generation below which all is folded. */
export function ExplorerFilters(props: {
  shares: CascadeShares;
  state: ExplorerState;
  /** How many shares the search finds. */
  found: number;
  onChange: (part: Partial<ExplorerState>) => void;
  onNext: () => void;
}) {
  const { shares, state, found, onChange, onNext } = props;
  const t = useTranslate();
  const deepest = Math.min(shares.depth.at(-1) ?? 0, MOST_GENERATIONS);
  const generations = Array.from({ length: deepest }, (_, generation) => String(generation));
  return (
    <form
      aria-label={t("explorer.filters")}
      className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className="text-xs text-slate-600 dark:text-slate-400">
        <label>
          {t("explorer.search")}
          <input
            type="search"
            className={inputClass}
            value={state.search}
            onChange={(event) => onChange({ search: event.target.value })}
          />
        </label>
        <p role="status">{state.search === "" ? "" : t("explorer.found", { count: found })}</p>
      </div>
      <Pick
        label={t("cascades.share.channel")}
        value={state.channel}
        options={shares.channels.map((channel) => [channel, channel])}
        onPick={(channel) => onChange({ channel })}
      />
      {shares.countries.length === 0 ? null : (
        <Pick
          label={t("explorer.country")}
          value={state.country}
          options={shares.countries.map((country) => [country, country])}
          onPick={(country) => onChange({ country })}
        />
      )}
      <Pick
        label={t("cascades.share.mode")}
        value={state.mode}
        options={MODES.map((mode) => [mode, t(`cascades.share.${mode}`)])}
        onPick={(mode) => onChange({ mode })}
      />
      <Pick
        label={t("explorer.evidence")}
        value={state.evidence}
        options={EVIDENCES.map((evidence) => [evidence, t(`explorer.evidence.${evidence}`)])}
        onPick={(evidence) => onChange({ evidence })}
      />
      <Pick
        label={t("explorer.flag")}
        value={state.flag}
        options={FLAGS.map((flag) => [flag, t(`cascades.share.${flag}`)])}
        onPick={(flag) => onChange({ flag })}
      />
      <Pick
        label={t("explorer.below")}
        value={state.below === null ? null : String(state.below)}
        options={generations.map((generation) => [generation, generation])}
        onPick={(below) => onChange({ below: below === null ? null : Number(below), toggled: [] })}
      />
    </form>
  );
}

function Pick<T extends string>(props: {
  label: string;
  value: T | null;
  options: readonly (readonly [T, string])[];
  onPick: (value: T | null) => void;
}) {
  const t = useTranslate();
  return (
    <label className="text-xs text-slate-600 dark:text-slate-400">
      {props.label}
      <select
        className={inputClass}
        value={props.value ?? ""}
        onChange={({ target }) => {
          props.onPick(props.options.find(([value]) => value === target.value)?.[0] ?? null);
        }}
      >
        <option value="">{t("explorer.any")}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
