"use client";

import { useActionState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { QuarantinedEvent } from "#lib/domain/intake-report.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { reasonText } from "./reason-text.ts";

/** The newest events in quarantine as they were received, and a button that tries them all again. */
export function QuarantineCard(props: {
  kept: number;
  events: readonly QuarantinedEvent[];
  zone: string;
  /** Null when the reader may not change events. @returns how many left the quarantine */
  retry: (() => Promise<number>) | null;
}) {
  const { kept, events, zone, retry } = props;
  const { locale, t } = useLanguage();
  const [left, act, isPending] = useActionState<number | null>(async () => (await retry?.()) ?? null, null);
  if (kept === 0 && left === null) return null;
  return (
    <Card
      title={t("collect.quality.kept")}
      note={t("collect.quality.keptNote", { count: kept })}
      actions={
        retry === null || kept === 0 ? undefined : (
          <form action={act}>
            <Button type="submit" variant="secondary" disabled={isPending}>
              {t(isPending ? "collect.form.pending" : "collect.quality.retry")}
            </Button>
          </form>
        )
      }
    >
      <p role="status" className="text-sm font-medium">
        {left === null ? null : t("collect.quality.retried", { left })}
      </p>
      {events.length === 0 ? null : (
        <Table boxClassName="max-h-96">
          <caption className="sr-only">{t("collect.quality.keptShown", { count: events.length })}</caption>
          <thead>
            <tr>
              <Th>{t("collect.quality.reason")}</Th>
              <Th>{t("collect.quality.source")}</Th>
              <Th figure>{t("collect.quality.last")}</Th>
              <Th>{t("collect.quality.raw")}</Th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ id, source, reason, field, raw, receivedAt }) => (
              <tr key={id}>
                <Td className="min-w-44 first-letter:uppercase">{reasonText(reason, field, t)}</Td>
                <Td className="whitespace-nowrap">{t(`collect.source.${source}`)}</Td>
                <Td figure>{formatDateTime(receivedAt, locale, zone)}</Td>
                <Td className="max-w-md">
                  <bdi dir="ltr" title={raw.slice(0, 1000)} className="block truncate font-mono text-xs">
                    {raw}
                  </bdi>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
