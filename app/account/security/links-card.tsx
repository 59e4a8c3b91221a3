import type { ListedProvider } from "#app/_server/vouching-providers.ts";
import { Card } from "#components/ui/card.tsx";
import type { ListedLink } from "#db/auth-store/linked-sign-ins.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { unlinkSignIn } from "./_actions/unlink-sign-in.ts";
import { SecurityForm } from "./security-form.tsx";

/** Accounts elsewhere by which a person signs in; nothing where nobody vouches and none is linked. */
export function LinksCard(props: {
  links: readonly ListedLink[];
  providers: readonly ListedProvider[];
  mayChange: boolean;
  t: Translate;
}) {
  const { links, providers, mayChange, t } = props;
  if (links.length === 0 && providers.length === 0) return null;
  const nameOf = (provider: string) =>
    providers.find(({ id }) => id === provider || (id === "oidc" && provider.startsWith("http")))?.name ??
    provider;
  return (
    <Card title={t("security.links")} note={t("security.links.text")}>
      {links.length === 0 ? (
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("security.links.none")}</p>
      ) : (
        <ul className="divide-y divide-slate-200 dark:divide-slate-800">
          {links.map(({ provider, subject, email, lastUsedAt }) => (
            <li
              key={`${provider} ${subject}`}
              className="flex flex-wrap items-center justify-between gap-3 py-3.5 first:pt-0 last:pb-0"
            >
              <div className="min-w-0 text-sm">
                <p className="font-medium">
                  <bdi>{nameOf(provider)}</bdi> · <bdi>{email}</bdi>
                </p>
                <p className="text-slate-600 dark:text-slate-400">
                  {t("security.passkeys.used", { at: new Date(lastUsedAt) })}
                </p>
              </div>
              {mayChange ? (
                <SecurityForm
                  action={unlinkSignIn}
                  submit={t("security.links.unlink")}
                  name={t("security.links.unlinkNamed", { name: nameOf(provider) })}
                >
                  <input type="hidden" name="provider" value={provider} />
                  <input type="hidden" name="subject" value={subject} />
                </SecurityForm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
