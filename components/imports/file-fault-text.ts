import type { Translate } from "#lib/i18n/translator.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";

/** A fault of a file in words, with the line where reading it stopped if that is known. */
export function fileFaultText({ reason, line, detail = "" }: FileFault, t: Translate): string {
  const text = t(`imports.file.${reason}`, { detail });
  return line === undefined ? text : t("imports.file.at", { line: String(line), reason: text });
}
