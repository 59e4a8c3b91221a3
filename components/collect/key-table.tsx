import { Button } from "#components/ui/button.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ListedKey } from "#lib/domain/collection.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The keys of a campaign's servers; a live one can be revoked. */
export function KeyTable(props: {
  keys: readonly ListedKey[];
  revoke: (form: FormData) => Promise<void>;
  zone: string;
  locale: Locale;
  t: Translate;
}) {
  const { keys, revoke, zone, locale, t } = props;
  if (keys.length === 0) return null;
  return (
    <Table>
      <caption className="sr-only">{t("collect.keys.title")}</caption>
      <thead>
        <tr>
          <Th>{t("collect.keys.key")}</Th>
          <Th>{t("collect.keys.ending")}</Th>
          <Th>{t("collect.keys.owner")}</Th>
          <Th>{t("collect.keys.created")}</Th>
          <Th>{t("collect.links.actions")}</Th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ id, name, ending, owner, createdAt, revokedAt }) => (
          <tr key={id}>
            <Td className="min-w-32 font-medium">
              <bdi>{name}</bdi>
            </Td>
            <Td>
              <bdi dir="ltr" className="font-mono text-xs">
                …{ending}
              </bdi>
            </Td>
            <Td>
              <bdi>{owner ?? t("common.none")}</bdi>
            </Td>
            <Td className="whitespace-nowrap">{formatDateTime(createdAt, locale, zone)}</Td>
            <Td>
              {revokedAt === null ? (
                <form action={revoke}>
                  <input type="hidden" name="key" value={id} />
                  <Button
                    type="submit"
                    variant="secondary"
                    aria-label={t("collect.keys.revokeNamed", { name })}
                    className="!px-2.5 !py-1.5 !text-xs"
                  >
                    {t("collect.keys.revoke")}
                  </Button>
                </form>
              ) : (
                t("collect.keys.revoked")
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
