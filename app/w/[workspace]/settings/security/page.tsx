import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readSecondFactorRule } from "#db/queries/members/read-second-factor-rule.ts";
import { requireSecondFactor } from "./require-second-factor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("security.rule.title") };
}

export default async function WorkspaceSecurityPage({ params }: { params: Promise<{ workspace: string }> }) {
  const scope = await currentScope((await params).workspace, "workspace.manage");
  const t = await requestTranslate();
  const { required, without } = readSecondFactorRule(scope);
  const state =
    required === null
      ? t("security.rule.off")
      : t("security.rule.on", { since: new Date(required.since), until: new Date(required.until) });
  return (
    <>
      <PageHeader title={t("security.rule.title")} text={t("security.rule.text")} />
      <Card title={t("security.rule.card")} note={state} className="max-w-3xl">
        <div className="flex flex-col items-start gap-4 text-sm">
          {without.length === 0 ? (
            <p>{t("security.rule.all")}</p>
          ) : (
            <div>
              <p>{t("security.rule.without", { count: without.length })}</p>
              <ul className="mt-2 space-y-1 text-slate-600 dark:text-slate-400">
                {without.map((email) => (
                  <li key={email}>
                    <bdi>{email}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <form action={requireSecondFactor.bind(null, scope.workspaceSlug)}>
            <input type="hidden" name="way" value={required === null ? "on" : "off"} />
            <Button type="submit" variant={required === null ? "primary" : "secondary"}>
              {t(required === null ? "security.rule.turnOn" : "security.rule.turnOff")}
            </Button>
          </form>
        </div>
      </Card>
    </>
  );
}
