"use client";

import Link from "next/link";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { LiveEvent } from "#lib/domain/live.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

const linkClass = "font-medium text-teal-800 hover:underline dark:text-teal-300";
const COLUMNS = ["at", "event", "person", "channel", "broughtBy", "cascade"] as const;

/** The newest events, each with who brought that person and the cascade that it belongs to. */
export function LiveEvents({
  events,
  base,
  zone,
}: {
  events: readonly LiveEvent[];
  base: string;
  zone: string;
}) {
  const { t } = useLanguage();
  return (
    <Table>
      <caption className="sr-only">{t("live.newest")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th key={column}>{t(`live.column.${column}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq}>
            <Td className="whitespace-nowrap">{isoInZone(event.receivedAt, zone).slice(11, 19)}</Td>
            <Td className="whitespace-nowrap">{t(`sharers.timeline.${event.kind}`)}</Td>
            <Td className="max-w-40 truncate">
              <Person person={event.person} base={base} />
            </Td>
            <Td>
              <bdi>{event.channel ?? t("common.none")}</bdi>
            </Td>
            <Td className="max-w-40 truncate">
              {event.broughtBy !== null ? (
                <Person person={event.broughtBy} base={base} />
              ) : (
                t(event.via === null ? "live.nobody" : "live.unknown")
              )}
            </Td>
            <Td className="max-w-40 truncate">
              {event.root === null ? (
                t("common.none")
              ) : (
                <Link href={`${base}/cascades/${encodeURIComponent(event.root)}`} className={linkClass}>
                  <bdi dir="ltr">{event.root}</bdi>
                </Link>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Person({ person, base }: { person: string; base: string }) {
  return (
    <Link href={`${base}/sharers/${encodeURIComponent(person)}`} className={linkClass}>
      <bdi>{person}</bdi>
    </Link>
  );
}
