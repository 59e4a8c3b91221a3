"use client";

import Link from "next/link";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Popover } from "#components/query/popover.tsx";

interface Choice {
  readonly slug: string;
  readonly name: string;
}

/** Which workspace one is in, and the way to the others. */
export function WorkspaceSwitcher({ current, others }: { current: Choice; others: readonly Choice[] }) {
  const t = useTranslate();
  return (
    <Popover
      name={t("team.switch")}
      label={<span className="max-w-20 truncate sm:max-w-56">{current.name}</span>}
    >
      {(close) => (
        <ul className="grid min-w-48">
          {others.map(({ slug, name }) => (
            <li key={slug}>
              <Link
                href={`/w/${encodeURIComponent(slug)}`}
                onClick={close}
                className="block rounded-md px-3 py-2 text-sm hover:bg-slate-100 dark:hover:bg-slate-800"
              >
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
          <li className="mt-1 border-t border-slate-200 pt-1 dark:border-slate-700">
            <Link
              href="/w"
              onClick={close}
              className="block rounded-md px-3 py-2 text-sm text-slate-600 hover:bg-slate-100 dark:text-slate-300 dark:hover:bg-slate-800"
            >
              {t("team.workspaces.all")}
            </Link>
          </li>
        </ul>
      )}
    </Popover>
  );
}
