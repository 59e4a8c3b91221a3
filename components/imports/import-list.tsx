import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import type { StepAction } from "./import-step.ts";
import { UndoButton } from "./undo-button.tsx";

interface ImportListProps {
  readonly rows: readonly ImportRecord[];
  readonly importsHref: string;
  /** The undoing of one import; null when the person may not. */
  readonly undoOf: ((importId: number) => StepAction) | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

const HEADS = ["file", "status", "date", "received", "accepted", "faulty", "action"] as const;
const FIGURES: readonly string[] = ["received", "accepted", "faulty"];

/** Files that went into a campaign, the newest first. */
export function ImportList({ rows, importsHref, undoOf, zone, locale, t }: ImportListProps) {
  if (rows.length === 0)
    return <p className="text-sm text-slate-600 dark:text-slate-400">{t("imports.list.empty")}</p>;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Table>
      <thead>
        <tr>
          {HEADS.map((name) => (
            <Th key={name} figure={FIGURES.includes(name)}>
              {name === "action" ? (
                <span className="sr-only">{t("imports.list.action")}</span>
              ) : (
                t(`imports.list.${name}`)
              )}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td>
              <Link
                href={`${importsHref}/${row.id}`}
                className="font-medium text-teal-800 hover:underline dark:text-teal-300"
              >
                <bdi>{row.fileName}</bdi>
              </Link>
            </Td>
            <Td className="whitespace-nowrap">
              {t(
                row.status === "done" && row.fault !== null
                  ? "imports.broken.mark"
                  : `imports.status.${row.status}`,
              )}
            </Td>
            <Td className="whitespace-nowrap">{formatDateTime(row.createdAt, locale, zone)}</Td>
            <Td figure>{number(row.received)}</Td>
            <Td figure>{number(row.accepted)}</Td>
            <Td figure>{number(row.quarantined + row.refused)}</Td>
            <Td className="text-end">
              {row.status === "done" && undoOf !== null ? (
                <UndoButton
                  action={undoOf(row.id)}
                  label={t("imports.undoShort")}
                  fileName={row.fileName}
                  count={row.accepted}
                />
              ) : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
