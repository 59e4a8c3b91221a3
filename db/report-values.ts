import type { reportLinks } from "#db/schema/report-links.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import { dayAfter } from "#lib/time/days.ts";
import { dayStart } from "#lib/time/zone-clock.ts";

/** The columns that a form decides; a link opens until its last day has ended in `zone`. */
export function reportValues(
  { expiresOn, ...input }: ReportLinkInput,
  zone: string,
): Omit<ReportLinkInput, "expiresOn"> & Pick<typeof reportLinks.$inferSelect, "expiresAt"> {
  if (expiresOn === null) return { ...input, expiresAt: null };
  return { ...input, expiresAt: dayStart(dayAfter(expiresOn), zone) };
}
