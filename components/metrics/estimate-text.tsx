import { Stat } from "#components/ui/stat.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Estimate } from "#lib/metrics/estimate.ts";
import { describeEstimate } from "./describe-estimate.ts";

interface EstimateProps {
  readonly estimate: Estimate;
  /** Writes a finite value in its unit. */
  readonly format: (value: number) => string;
  readonly t: Translate;
}

/** An estimate in running text or a cell: the value, its interval in grey, and a note or the reason below. */
export function EstimateText({ estimate, format, t }: EstimateProps) {
  const { value, range, note } = describeEstimate(estimate, format, t);
  return (
    <>
      <span className="font-medium">{value ?? t("common.none")}</span>
      {range !== null ? (
        <span className="ms-2 whitespace-nowrap text-slate-500 dark:text-slate-400">{range}</span>
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
  ...props
}: EstimateProps & { label: string; definition: string }) {
  const { t, estimate } = props;
  const { value, range, note } = describeEstimate(estimate, props.format, t);
  const rangeText = range === null ? null : t("metrics.range.named", { range });
  const notes = [rangeText, note].filter((text) => text !== null).join(". ");
  return (
    <Stat
      label={label}
      definition={definition}
      value={value ?? t("common.none")}
      {...(notes === "" ? {} : { note: notes })}
    />
  );
}
