import type { reportLinks } from "#db/schema/report-links.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import { dayStart } from "#lib/time/day-start.ts";

const DAY = 86_400_000;

/** The columns that a form decides; a link opens until its last day has ended in `zone`. */
export function reportValues(
  { expiresOn, ...input }: ReportLinkInput,
  zone: string,
): Omit<ReportLinkInput, "expiresOn"> & Pick<typeof reportLinks.$inferSelect, "expiresAt"> {
  if (expiresOn === null) return { ...input, expiresAt: null };
  const next = new Date(Date.parse(`${expiresOn}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return { ...input, expiresAt: dayStart(next, zone) };
}
