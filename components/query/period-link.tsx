"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Period } from "#lib/query/query.ts";
import { useQuery } from "./use-query.ts";

/** A time that, pressed, becomes the period of the page. */
export function PeriodLink({ period, children }: { period: Period; children: ReactNode }) {
  const { query, hrefOf } = useQuery();
  return (
    <Link
      href={hrefOf({ ...query, period })}
      scroll={false}
      prefetch={false}
      className="underline decoration-slate-300 underline-offset-4 hover:decoration-slate-600 dark:decoration-slate-600 dark:hover:decoration-slate-300"
    >
      {children}
    </Link>
  );
}
