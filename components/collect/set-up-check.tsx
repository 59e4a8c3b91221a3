"use client";

import { useState } from "react";
import { usePolled } from "#components/hooks/use-polled.ts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { IntakeState } from "#lib/domain/intake-report.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { reasonText } from "./reason-text.ts";

const POLL_MS = 1500;

/**
 * Waits for an event that is accepted after the check began, and says why the latest one was not. It asks only while
 * the page is visible.
 */
export function SetUpCheck({ url, initial, zone }: { url: string; initial: IntakeState; zone: string }) {
  const { locale, t } = useLanguage();
  const [since, setSince] = useState(initial.lastAcceptedAt ?? 0);
  const [isDone, setDone] = useState(false);
  const { state, isOffline } = usePolled(url, initial, isDone ? null : POLL_MS);
  if (!isDone && (state.lastAcceptedAt ?? 0) > since) setDone(true);

  const at = (time: number) => formatDateTime(time, locale, zone);
  const { lastAcceptedAt, lastTrouble } = state;
  const isTroubled = !isDone && lastTrouble !== null && lastTrouble.lastAt > since;
  const head = isDone ? "collect.check.done" : "collect.check.waiting";
  const again = () => {
    setSince(lastAcceptedAt ?? 0);
    setDone(false);
  };
  const isNext = !isDone && lastAcceptedAt !== null;
  return (
    <Card title={t("collect.check.title")}>
      <div role="status" className="flex items-start gap-3">
        <span
          aria-hidden="true"
          className={`mt-1.5 size-2.5 shrink-0 rounded-full ${isDone ? "bg-teal-600" : "animate-pulse bg-amber-500"}`}
        />
        <div className="min-w-0 text-sm">
          <p className="font-medium">
            {isNext ? t("collect.check.waitingNext", { time: at(lastAcceptedAt) }) : t(head)}
          </p>
          <p className="mt-1 text-slate-600 dark:text-slate-400">
            {isDone
              ? t("collect.check.doneText", { time: at(lastAcceptedAt ?? 0) })
              : t("collect.check.waitingText")}
          </p>
          {isTroubled ? (
            <p className="mt-2 font-medium text-rose-700 dark:text-rose-400">
              {t("collect.check.trouble", {
                time: at(lastTrouble.lastAt),
                outcome: t(`collect.outcome.${lastTrouble.outcome}`),
                reason: reasonText(lastTrouble.reason, lastTrouble.field, t),
              })}
            </p>
          ) : null}
          {isOffline ? <p className="mt-2">{t("collect.check.offline")}</p> : null}
          {isDone ? (
            <Button variant="secondary" className="mt-3" onClick={again}>
              {t("collect.check.again")}
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
