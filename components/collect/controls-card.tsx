import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { RotatedKey } from "#lib/domain/collection.ts";
import type { Translate } from "#lib/i18n/translator.ts";

type Act = (form: FormData) => Promise<void>;

/** Hours for which an exchanged public key is still good. */
const GRACES = [0, 24, 168] as const;

/** Pauses what a campaign takes in, and exchanges its keys for others. */
export function ControlsCard(props: {
  isPaused: boolean;
  /** What was exchanged just now. */
  exchanged: RotatedKey | null;
  pause: Act;
  exchange: Act;
  t: Translate;
}) {
  const { isPaused, exchanged, pause, exchange, t } = props;
  return (
    <Card title={t("collect.controls.title")} note={t("collect.controls.text")}>
      <div className="grid grid-cols-1 gap-5">
        <form action={pause} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="way" value={isPaused ? "resume" : "pause"} />
          <p role="status" className="min-w-56 flex-1 text-sm">
            {t(isPaused ? "collect.controls.paused" : "collect.controls.running")}
          </p>
          <Button type="submit" variant="secondary">
            {t(isPaused ? "collect.controls.resume" : "collect.controls.pause")}
          </Button>
        </form>
        {exchanged === null ? null : (
          <p role="status" className="text-sm font-medium text-teal-800 dark:text-teal-300">
            {t(`collect.controls.exchanged.${exchanged}`)}
          </p>
        )}
        <Exchange kind="public" {...{ exchange, t }}>
          <label className="grid gap-1 text-sm">
            {t("collect.controls.grace")}
            <select name="hours" defaultValue="24" className={inputClass}>
              {GRACES.map((hours) => (
                <option key={hours} value={hours}>
                  {t(`collect.controls.grace.${hours}`)}
                </option>
              ))}
            </select>
          </label>
        </Exchange>
        <Exchange kind="signing" {...{ exchange, t }} />
        <Exchange kind="stem" {...{ exchange, t }} />
      </div>
    </Card>
  );
}

/** One key; what an exchange does is read before it can be asked for. */
function Exchange(props: { kind: RotatedKey; exchange: Act; t: Translate; children?: React.ReactNode }) {
  const { kind, exchange, t, children } = props;
  return (
    <details className="rounded-lg border border-slate-200 p-4 dark:border-slate-700">
      <summary className="cursor-pointer text-sm font-medium">{t(`collect.controls.${kind}`)}</summary>
      <form action={exchange} className="mt-3 grid max-w-xl gap-3">
        <input type="hidden" name="kind" value={kind} />
        <p className="text-sm text-slate-600 dark:text-slate-400">{t(`collect.controls.${kind}Text`)}</p>
        {children}
        <div>
          <Button type="submit" variant="secondary">
            {t("collect.controls.exchange")}
          </Button>
        </div>
      </form>
    </details>
  );
}
