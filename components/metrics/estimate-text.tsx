import type { ReactNode } from "react";
import { Stat } from "#components/ui/stat.tsx";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeEstimate } from "./describe-estimate.ts";

interface EstimateProps {
  readonly estimate: Estimate;
  /** Writes a finite value in its unit. */
  readonly format: (value: number) => string;
  readonly t: Translate;
  /** The interval on a line of its own, for a narrow column. */
  readonly isStacked?: boolean;
}

/** An estimate in running text or a cell: the value, its interval in grey, and a note or the reason below. */
export function EstimateText({ estimate, format, t, isStacked = false }: EstimateProps) {
  const { value, range, note } = describeEstimate(estimate, format, t);
  return (
    <>
      <bdi className="font-medium">{value ?? t("common.none")}</bdi>
      {range !== null ? (
        <bdi
          className={`whitespace-nowrap text-slate-500 dark:text-slate-400 ${isStacked ? "block text-xs" : "ms-2"}`}
        >
          {range}
        </bdi>
      ) : null}
      {note !== null ? (
        <span className="block whitespace-normal text-xs text-slate-500 dark:text-slate-400">{note}</span>
      ) : null}
    </>
  );
}

/** An estimate as one figure of a StatGrid. */
export function EstimateStat({
  label,
  definition,
  delta,
  ...props
}: EstimateProps & { label: string; definition: string; delta?: ReactNode }) {
  const { t, estimate } = props;
  const { value, range, note } = describeEstimate(estimate, props.format, t);
  const rangeText = range === null ? null : t("metrics.range.named", { range });
  const notes = [rangeText, note].filter((text) => text !== null).join(". ");
  return (
    <Stat
      label={label}
      definition={definition}
      value={value ?? t("common.none")}
      delta={delta}
      {...(notes === "" ? {} : { note: notes })}
    />
  );
}
