import { Button } from "#components/ui/button.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Invitation } from "#lib/access/membership.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const COLUMNS = ["invited", "role", "by", "expires", "actions"] as const;

/** Invitations that are still open, each of which can be taken back. */
export function InvitationTable(props: {
  invitations: readonly Invitation[];
  revoke: (form: FormData) => Promise<void>;
  zone: string;
  locale: Locale;
  t: Translate;
}) {
  const { invitations, revoke, zone, locale, t } = props;
  return (
    <Table>
      <caption className="sr-only">{t("team.invitations")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th key={column}>{t(`team.column.${column}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, campaigns, invitedBy, expiresAt }) => {
          const name = email ?? t("team.invite.anybody");
          return (
            <tr key={id}>
              <Td className="min-w-44">
                <bdi>{name}</bdi>
              </Td>
              <Td>
                {t(`team.role.${role}`)}
                {campaigns.map((campaign) => (
                  <bdi key={campaign.id} className="block text-xs text-slate-600 dark:text-slate-400">
                    {campaign.name}
                  </bdi>
                ))}
              </Td>
              <Td>
                <bdi>{invitedBy ?? t("common.none")}</bdi>
              </Td>
              <Td className="whitespace-nowrap">{formatDateTime(expiresAt, locale, zone)}</Td>
              <Td>
                <form action={revoke}>
                  <input type="hidden" name="invitation" value={id} />
                  <Button
                    type="submit"
                    variant="secondary"
                    aria-label={t("team.revokeNamed", { name })}
                    className="!px-2.5 !py-1.5 !text-xs"
                  >
                    {t("team.revoke")}
                  </Button>
                </form>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
