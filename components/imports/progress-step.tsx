"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { ImportState } from "./import-state.ts";
import type { StepAction } from "./import-step.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { StepButton } from "./step-button.tsx";
import { useImportState } from "./use-import-state.ts";

interface ProgressStepProps {
  readonly url: string;
  readonly initial: ImportState;
  /** Null when the person may not cancel, or the work cannot be cancelled. */
  readonly cancel: StepAction | null;
}

const TITLES = {
  checking: "imports.progress.checking",
  queued: "imports.progress.queued",
  importing: "imports.progress.importing",
  undoing: "imports.progress.undoing",
} as const;

function isUnderWay(status: string): status is keyof typeof TITLES {
  return status in TITLES;
}

/** Step 3: how far the work on an import is. */
export function ProgressStep({ url, initial, cancel }: ProgressStepProps) {
  const { t, locale } = useLanguage();
  const { state, offline } = useImportState(url, initial);
  const { status, bytesRead, fileBytes, counts, startedAt, now, cancelRequested } = state;
  const title = t(TITLES[isUnderWay(status) ? status : "importing"]);
  const reads = status !== "queued";
  const done = reads && bytesRead > 0 && fileBytes > 0 ? Math.min(1, bytesRead / fileBytes) : null;
  const elapsed = startedAt === null ? 0 : now - startedAt;
  const rate = status === "importing" && elapsed > 0 ? (counts.received / elapsed) * 1000 : 0;
  const facts = [
    done === null ? null : t("imports.progress.percent", { percent: formatPercent(done, locale) }),
    rate > 0 ? t("imports.progress.rows", { count: counts.received }) : null,
    rate > 0 ? t("imports.progress.rate", { rate: formatNumber(Math.round(rate), locale) }) : null,
    done !== null && done < 1 && elapsed > 0
      ? t("imports.progress.left", { time: formatDuration(leftOf(elapsed, done), locale) })
      : null,
  ].filter((fact) => fact !== null);
  return (
    <Card title={title}>
      <ProgressBar label={title} done={done} />
      <p className="mt-3 min-h-5 text-sm tabular-nums text-slate-600 dark:text-slate-400">
        {facts.join(" · ")}
      </p>
      {/* Only what changes rarely is read out; the figures would never let anybody speak. */}
      <p aria-live="polite" className="sr-only">
        {offline ? t("imports.progress.offline") : title}
      </p>
      {offline ? <p className="mt-2 text-sm">{t("imports.progress.offline")}</p> : null}
      {cancelRequested ? <p className="mt-4 text-sm">{t("imports.progress.cancelling")}</p> : null}
      {cancel !== null && !cancelRequested && status !== "undoing" ? (
        <div className="mt-4">
          <StepButton action={cancel} label={t("imports.progress.cancel")} variant="secondary" />
        </div>
      ) : null}
    </Card>
  );
}

/** Whole seconds, in milliseconds: finer would flicker. */
function leftOf(elapsed: number, done: number): number {
  return Math.max(1, Math.round(((elapsed / done) * (1 - done)) / 1000)) * 1000;
}
