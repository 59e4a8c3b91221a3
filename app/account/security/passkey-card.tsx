import { Card } from "#components/ui/card.tsx";
import type { ListedPasskey } from "#db/auth-store/passkeys.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { forgetPasskey } from "./_actions/forget-passkey.ts";
import { AddPasskeyForm } from "./passkey-forms.tsx";
import { SecurityForm } from "./security-form.tsx";

/** A person's passkeys, with ways to add one and to remove each. */
export function PasskeyCard({
  passkeys,
  mayChange,
  t,
}: {
  passkeys: readonly ListedPasskey[];
  mayChange: boolean;
  t: Translate;
}) {
  return (
    <Card title={t("security.passkeys")} note={t("security.passkeys.text")}>
      {passkeys.length === 0 ? (
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("security.passkeys.none")}</p>
      ) : (
        <ul className="divide-y divide-slate-200 dark:divide-slate-800">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3.5 first:pt-0">
              <div className="min-w-0 text-sm">
                <p className="break-words font-medium">
                  <bdi>{name}</bdi>
                </p>
                <p className="text-slate-600 dark:text-slate-400">
                  {t("security.passkeys.since", { at: new Date(createdAt) })}
                </p>
                <p className="text-slate-600 dark:text-slate-400">
                  {lastUsedAt === null
                    ? t("security.passkeys.unused")
                    : t("security.passkeys.used", { at: new Date(lastUsedAt) })}
                </p>
              </div>
              {mayChange ? (
                <SecurityForm
                  action={forgetPasskey}
                  submit={t("security.passkeys.remove")}
                  name={t("security.passkeys.removeNamed", { name })}
                >
                  <input type="hidden" name="passkey" value={id} />
                </SecurityForm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? <AddPasskeyForm /> : null}
    </Card>
  );
}
