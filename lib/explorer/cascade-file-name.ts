import { fileNamePart } from "#lib/format/file-name-part.ts";
import { dayAt } from "#lib/time/zone-clock.ts";

/** Name of an exported file: intishar_<campaign>_cascade_<from>_<to>.<ext>, days of `zone`, no sign a disk refuses. */
export function cascadeFileName(
  file: { readonly campaign: string; readonly from: number; readonly to: number; readonly zone: string },
  extension: string,
): string {
  const day = (at: number) => dayAt(at, file.zone);
  return `intishar_${fileNamePart(file.campaign)}_cascade_${day(file.from)}_${day(file.to)}.${extension}`;
}
