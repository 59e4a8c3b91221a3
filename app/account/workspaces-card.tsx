import { ConfirmForm } from "#components/forms/confirm-form.tsx";
import { Card } from "#components/ui/card.tsx";
import type { JoinedWorkspace } from "#db/auth-store/list-workspaces-of.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { leave } from "./leave.ts";

/** The workspaces of a person, each with a way to leave it. */
export function WorkspacesCard({ workspaces, t }: { workspaces: readonly JoinedWorkspace[]; t: Translate }) {
  return (
    <Card title={t("team.workspaces")} className="mb-5">
      {workspaces.length === 0 ? <p className="text-sm">{t("team.workspaces.none")}</p> : null}
      <ul className="divide-y divide-slate-200 dark:divide-slate-800">
        {workspaces.map(({ slug, name, role }) => (
          <li
            key={slug}
            className="flex flex-wrap items-center justify-between gap-3 py-3.5 first:pt-0 last:pb-0"
          >
            <div className="text-sm">
              <bdi className="font-medium">{name}</bdi>
              <p className="text-slate-600 dark:text-slate-400">{t(`team.role.${role}`)}</p>
            </div>
            <ConfirmForm
              action={leave.bind(null, slug)}
              label={t("team.leave")}
              question={t("team.leave.question", { name })}
              text={t("team.leave.text")}
              yes={t("team.leave.yes")}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
