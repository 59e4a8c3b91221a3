"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

interface Tab {
  readonly href: string;
  readonly label: string;
}

/** Links between the pages of one thing; the first tab is its root and current only when open itself. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-slate-200 dark:border-slate-800">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: text }, index) => {
          const isCurrent = path === href || (index > 0 && path.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className="-mb-px block whitespace-nowrap border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-slate-600 hover:text-slate-900 aria-[current=page]:border-teal-600 aria-[current=page]:text-teal-800 dark:text-slate-400 dark:hover:text-slate-100 dark:aria-[current=page]:border-teal-400 dark:aria-[current=page]:text-teal-300"
              >
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
