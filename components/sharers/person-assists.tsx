import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Assist } from "#lib/domain/person.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { PersonProps } from "./person-props.ts";

/** Links that reached a person after the first one. */
export function PersonAssists(props: PersonProps & { assists: readonly Assist[] }) {
  const { assists, zone, locale, t } = props;
  return (
    <Card widget="person-assists" title={t("sharers.assists.title")} note={t("sharers.assists.note")}>
      {assists.length === 0 ? (
        <p className="text-sm">{t("sharers.assists.empty")}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t("sharers.assists.link")}</Th>
              <Th>{t("sharers.column.person")}</Th>
              <Th figure>{t("sharers.assists.visits")}</Th>
              <Th figure>{t("sharers.assists.first")}</Th>
            </tr>
          </thead>
          <tbody>
            {assists.map(({ via, person, visits, first }) => (
              <tr key={via}>
                <Td>
                  <bdi dir="ltr">{via}</bdi>
                </Td>
                <Td>
                  <bdi>{person ?? t("common.none")}</bdi>
                </Td>
                <Td figure>{formatNumber(visits, locale)}</Td>
                <Td figure>{formatDateTime(first, locale, zone)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
