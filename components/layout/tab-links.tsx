"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useQuerySuffix } from "#components/query/use-query-suffix.ts";

interface Tab {
  readonly href: string;
  readonly label: string;
  /** Pages beside it that stand behind the same tab. */
  readonly also?: readonly string[];
}

/**
 * Links between the pages of one thing, which take the question of the address along; the first tab is its root and
 * current only when open itself.
 */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const path = usePathname();
  const suffix = useQuerySuffix();
  return (
    <nav
      aria-label={label}
      className="mb-6 overflow-x-auto border-b border-slate-200 print:hidden dark:border-slate-800"
    >
      <ul className="flex gap-6">
        {tabs.map(({ href, label: text, also = [] }, index) => {
          const isWithin = [href, ...also].some((page) => path === page || path.startsWith(`${page}/`));
          const isCurrent = index === 0 ? path === href : isWithin;
          return (
            <li key={href}>
              <Link
                href={`${href}${suffix}`}
                aria-current={isCurrent ? "page" : undefined}
                className="-mb-px block whitespace-nowrap border-b-2 border-transparent px-0.5 py-2.5 text-sm font-medium text-slate-600 -outline-offset-2 hover:border-slate-300 hover:text-slate-900 dark:hover:border-slate-600 aria-[current=page]:!border-teal-600 aria-[current=page]:text-teal-800 dark:text-slate-400 dark:hover:text-slate-100 dark:aria-[current=page]:!border-teal-400 dark:aria-[current=page]:text-teal-300"
              >
                <TabText text={text} />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Pales while the page behind it is being fetched. */
function TabText({ text }: { text: string }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "animate-pulse" : ""}>{text}</span>;
}
