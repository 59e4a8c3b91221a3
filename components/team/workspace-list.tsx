import Link from "next/link";
import type { Role } from "#lib/access/permission.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The workspaces of a person, each of which leads there. */
export function WorkspaceList(props: {
  workspaces: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  t: Translate;
}) {
  const { workspaces, t } = props;
  return (
    <ul className="divide-y divide-slate-200 dark:divide-slate-800">
      {workspaces.map(({ slug, name, role }) => (
        <li key={slug} className="py-1 first:pt-0 last:pb-0">
          <Link
            href={`/w/${encodeURIComponent(slug)}`}
            className="-mx-2 flex flex-wrap items-baseline justify-between gap-x-4 rounded-md px-2 py-2.5 hover:bg-slate-100 dark:hover:bg-slate-800"
          >
            <bdi className="font-medium">{name}</bdi>
            <span className="text-sm text-slate-600 dark:text-slate-400">{t(`team.role.${role}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
