import Link from "next/link";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Person } from "#lib/domain/person.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { PersonProps } from "./person-props.ts";

/** Who this is, since when and until when they were seen, and the way back. */
export function PersonHeader({ person, base, zone, locale, t }: PersonProps & { person: Person }) {
  const seen = t("sharers.person.seen", {
    first: formatDateTime(person.firstAt, locale, zone),
    last: formatDateTime(person.lastAt, locale, zone),
  });
  return (
    <>
      <Link
        href={`${base}/sharers`}
        className="mb-2 inline-flex items-center gap-1.5 text-xs font-medium text-teal-800 hover:underline dark:text-teal-300 print:hidden"
      >
        <span aria-hidden="true" className="rtl:-scale-x-100">
          ←
        </span>
        {t("sharers.person.back")}
      </Link>
      <PageHeader
        level={2}
        title={<span className="break-all">{person.person}</span>}
        text={`${seen} ${t("common.zone", { zone })}.`}
      />
    </>
  );
}
