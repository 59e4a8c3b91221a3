import type { Translate } from "#lib/i18n/translator.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";

/** What was taken for granted of a file; nothing when it is as most are. */
export function FormatNotes({ file, t }: { file: Pick<FileInspection, "format" | "entries">; t: Translate }) {
  const { encoding, header, skipLines, list = [], sheet, entry } = file.format;
  const { length: count } = file.entries ?? [];
  const notes = [
    count > 1 && entry !== undefined ? t("imports.shape.entry", { file: entry, count }) : null,
    encoding === undefined ? null : t("imports.shape.encoding", { encoding }),
    header === false ? t("imports.shape.noHeader") : null,
    skipLines === undefined ? null : t("imports.shape.skipped", { count: skipLines }),
    list.length === 0 ? null : t("imports.shape.list", { list: list.join(".") }),
    sheet === undefined ? null : t("imports.shape.sheet", { sheet }),
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <ul className="mb-4 grid gap-1 text-sm text-slate-600 dark:text-slate-400">
      {notes.map((note) => (
        <li key={note} dir="auto">
          {note}
        </li>
      ))}
    </ul>
  );
}
