import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { ReportDates } from "#lib/access/report-link.ts";
import type { ReportWindow } from "#lib/domain/report-figures.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Chooses the days of a report within its bounds; works before any script has loaded. */
export function ReportDatesForm(props: {
  dates: ReportDates;
  window: ReportWindow;
  path: string;
  t: Translate;
}) {
  const { dates, window, path, t } = props;
  const bounds = { min: dates.from ?? undefined, max: dates.to ?? undefined };
  const days = { from: window.fromDay ?? "", to: window.toDay ?? "" };
  return (
    <form action={path} className="flex flex-wrap items-end gap-3 print:hidden">
      {(["from", "to"] as const).map((name) => (
        <Field key={name} label={t(`reports.public.${name}`)} name={name}>
          <input
            {...bounds}
            type="date"
            id={name}
            name={name}
            key={days[name]}
            defaultValue={days[name]}
            className={inputClass}
          />
        </Field>
      ))}
      <Button type="submit" variant="secondary">
        {t("reports.public.show")}
      </Button>
      <a href={path} className={buttonClass("quiet")}>
        {t("reports.public.whole")}
      </a>
    </form>
  );
}
