import type { Estimate } from "#lib/domain/estimate.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeEstimate } from "./describe-estimate.ts";
import { EstimateText } from "./estimate-text.tsx";

/** A figure of a group in a cell, and below it the same drawn towards all groups, where they can be pooled. */
export function PooledText(props: {
  own: Estimate;
  pooled: Estimate;
  /** Writes a finite value in its unit. */
  format: (value: number) => string;
  t: Translate;
}) {
  const { own, pooled, format, t } = props;
  const { value, range, note } = describeEstimate(pooled, format, t);
  const isShown = own.value !== null && value !== null;
  const text = t("metrics.pooled.short", { value: value ?? "" });
  return (
    <>
      <EstimateText estimate={own} format={format} t={t} isStacked />
      {isShown ? (
        <span
          title={t("metrics.pooled.definition")}
          className="mt-1 block text-xs text-slate-600 dark:text-slate-300"
        >
          <bdi>{text}</bdi>
          {range === null ? null : <bdi className="block text-slate-500 dark:text-slate-400">{range}</bdi>}
          {note === null ? null : <span className="block">{note}</span>}
        </span>
      ) : null}
    </>
  );
}
