import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Member } from "#lib/access/membership.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { PersonName } from "./person-name.tsx";

const COLUMNS = ["person", "role", "joined", "opened", "actions"] as const;

/** Everybody who belongs to a workspace. */
export function MemberTable(props: {
  members: readonly Member[];
  /** Account of whoever looks. */
  oneself: number | null;
  path: string;
  zone: string;
  locale: Locale;
  t: Translate;
}) {
  const { members, oneself, path, zone, locale, t } = props;
  const at = (time: number | null) => (time === null ? t("common.none") : formatDateTime(time, locale, zone));
  return (
    <Table>
      <caption className="sr-only">{t("team.members")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th key={column}>{t(`team.column.${column}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, name, email, role, campaigns, joinedAt, openedAt }) => (
          <tr key={userId}>
            <Td className="min-w-44">
              <PersonName name={name} email={email} />
            </Td>
            <Td>
              {t(`team.role.${role}`)}
              {campaigns.map((campaign) => (
                <bdi key={campaign.id} className="block text-xs text-slate-600 dark:text-slate-400">
                  {campaign.name}
                </bdi>
              ))}
            </Td>
            <Td className="whitespace-nowrap">{at(joinedAt)}</Td>
            <Td className="whitespace-nowrap">{at(openedAt)}</Td>
            <Td>
              {userId === oneself ? (
                <span className="text-slate-600 dark:text-slate-400">{t("team.oneself")}</span>
              ) : (
                <Link
                  href={`${path}/${userId}`}
                  aria-label={t("team.manageNamed", { name: name ?? email })}
                  className={`${buttonClass("secondary")} !px-2.5 !py-1.5 !text-xs`}
                >
                  {t("team.manage")}
                </Link>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
