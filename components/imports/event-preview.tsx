"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { rowFaultText } from "./row-fault-text.ts";

const SHOWN = ["person", "code", "via", "channel"] as const;

/** What the first rows of a file become: an event each, or why none. */
export function EventPreview(props: { events: readonly (CampaignEvent | EventFault)[]; zone: string }) {
  const { locale, t } = useLanguage();
  return (
    <section aria-labelledby="event-preview" className="space-y-2">
      <h3 id="event-preview" className="text-sm font-semibold">
        {t("columns.preview")}
      </h3>
      <p className="text-sm text-slate-600 dark:text-slate-400">{t("columns.preview.text")}</p>
      <Table aria-labelledby="event-preview">
        <thead>
          <tr>
            <Th>{t("columns.preview.kind")}</Th>
            {SHOWN.map((field) => (
              <Th key={field}>{t(`imports.field.${field}`)}</Th>
            ))}
            <Th>{t("imports.field.occurredAt")}</Th>
          </tr>
        </thead>
        <tbody>
          {props.events.map((event, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is known by nothing but its place
            <tr key={at}>
              {"reason" in event ? (
                <Td colSpan={SHOWN.length + 2} className="text-rose-700 dark:text-rose-400">
                  {rowFaultText(event, t)}
                </Td>
              ) : (
                <>
                  <Td>{t(`columns.kind.${event.kind}`)}</Td>
                  {SHOWN.map((field) => (
                    <Td key={field} className="max-w-56 truncate">
                      <bdi>{event[field] ?? (field === "via" ? t("columns.none") : "")}</bdi>
                    </Td>
                  ))}
                  <Td>{formatDateTime(event.occurredAt, locale, props.zone)}</Td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
