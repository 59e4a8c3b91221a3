"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useQuerySuffix } from "#components/query/use-query-suffix.ts";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";

/** Links between the parts of a page, in one track; the question of the address goes along. */
export function SegmentLinks(props: {
  label: string;
  links: readonly { readonly href: string; readonly label: string }[];
}) {
  const path = usePathname();
  const suffix = useQuerySuffix();
  return (
    <nav aria-label={props.label} className="mb-5 print:hidden">
      <ul className={`${segmentsClass} w-fit max-w-full overflow-x-auto`}>
        {props.links.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={`${href}${suffix}`}
              aria-current={path === href ? "page" : undefined}
              className={`${segmentClass} block`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
