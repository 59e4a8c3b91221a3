import { Card } from "#components/ui/card.tsx";
import type { SignIns } from "#db/auth-store/read-sign-ins.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** When a person signed in before, and how often somebody gave a wrong password for their account. */
export function SignInCard({ signIns: { before, failed }, t }: { signIns: SignIns; t: Translate }) {
  const text =
    failed === null
      ? t("auth.account.failedNone")
      : t("auth.account.failed", { count: failed.count, at: failed.lastAt, network: failed.network });
  return (
    <Card title={t("auth.account.signIns")} className="mb-5">
      <div className="flex flex-col gap-1 text-sm text-slate-600 dark:text-slate-400">
        <p>{before === null ? t("auth.account.beforeNone") : t("auth.account.before", { at: before })}</p>
        <p>{text}</p>
      </div>
    </Card>
  );
}
