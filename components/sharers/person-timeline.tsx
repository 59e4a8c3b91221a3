import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Person, PersonEvent } from "#lib/domain/person.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { Pager } from "./pager.tsx";
import type { PersonProps } from "./person-props.ts";

type TimelineProps = PersonProps & Pick<Person, "person" | "events" | "page" | "pages">;

/** What a person did, newest first. */
export function PersonTimeline({ person, events, page, pages, base, zone, locale, t }: TimelineProps) {
  const hrefOf = (target: number) => `${base}/sharers/${encodeURIComponent(person)}?page=${target}`;
  const details = ({ via, code, channel, value, currency, score }: PersonEvent) => [
    via === null ? null : `← ${via}`,
    code === null ? null : `→ ${code}`,
    channel,
    value === null ? null : `${formatNumber(value, locale)} ${currency ?? ""}`.trim(),
    score === null ? null : formatNumber(score, locale),
  ];
  return (
    <Card widget="person-events" title={t("sharers.timeline.title")} note={t("common.zone", { zone })}>
      <Table>
        <caption className="sr-only">{t("sharers.timeline.title")}</caption>
        <thead>
          <tr>
            <Th>{t("sharers.lineage.at")}</Th>
            <Th>{t("sharers.timeline.event")}</Th>
            <Th>{t("sharers.timeline.details")}</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <Td className="whitespace-nowrap">{formatDateTime(event.at, locale, zone)}</Td>
              <Td>{t(`sharers.timeline.${event.kind}`)}</Td>
              <Td>
                <span className="flex flex-wrap gap-x-3">
                  {details(event)
                    .filter((detail) => detail !== null)
                    .map((detail) => (
                      <bdi key={detail}>{detail}</bdi>
                    ))}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager page={page} pages={pages} hrefOf={hrefOf} t={t} />
    </Card>
  );
}
