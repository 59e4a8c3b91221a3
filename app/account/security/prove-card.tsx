import { PasswordInput } from "#app/(auth)/password-input.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { prove } from "./_actions/prove.ts";
import { ProveByPasskey } from "./passkey-forms.tsx";
import { SecurityForm } from "./security-form.tsx";

/** Asks who is signed in to prove it again: until then nothing on the page can be changed. */
export function ProveCard({
  hasPasskey,
  isLinked,
  t,
}: {
  hasPasskey: boolean;
  /** Whether they may have no password of their own. */
  isLinked: boolean;
  t: Translate;
}) {
  return (
    <Card title={t("security.prove")} note={t("security.prove.text")}>
      <SecurityForm action={prove} submit={t("security.prove.submit")} variant="primary">
        <div className="w-full max-w-sm">
          <Field label={t("auth.password")} name="password">
            <PasswordInput id="password" name="password" autoComplete="current-password" required />
          </Field>
        </div>
      </SecurityForm>
      {hasPasskey ? <ProveByPasskey /> : null}
      {isLinked ? (
        <p className="mt-4 text-sm text-slate-600 dark:text-slate-400">{t("security.prove.again")}</p>
      ) : null}
    </Card>
  );
}
