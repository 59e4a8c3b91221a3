import { Table, Td, Th } from "#components/ui/table.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The good backups in the folder, the newest first. */
export function BackupTable(props: {
  backups: readonly { readonly name: string; readonly takenAt: number; readonly bytes: number }[];
  locale: Locale;
  zone: string;
  t: Translate;
}) {
  const { backups, locale, zone, t } = props;
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t("backups.taken")}</Th>
          <Th>{t("backups.file")}</Th>
          <Th figure>{t("backups.size")}</Th>
        </tr>
      </thead>
      <tbody>
        {backups.map(({ name, takenAt, bytes }) => (
          <tr key={name}>
            <Td className="whitespace-nowrap">{formatDateTime(takenAt, locale, zone)}</Td>
            <Td>
              <bdi dir="ltr" className="font-mono text-xs">
                {name}
              </bdi>
            </Td>
            <Td figure>{formatBytes(bytes, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
