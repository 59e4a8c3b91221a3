import { Card } from "#components/ui/card.tsx";
import type { SignInChange } from "#db/auth-store/sign-in-changes.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What changed of how a person signs in, in whichever browser that was; nothing when nothing did. */
export function ChangesCard({ changes, t }: { changes: readonly SignInChange[]; t: Translate }) {
  if (changes.length === 0) return null;
  return (
    <Card title={t("security.changes")} note={t("security.changes.text")}>
      <ul className="space-y-2 text-sm">
        {changes.map(({ id, kind, label, at }) => (
          <li key={id}>
            <span className="font-medium">{t(`security.change.${kind}`)}</span>{" "}
            <span className="text-slate-600 dark:text-slate-400">
              {t("security.change.where", { label, at: new Date(at) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
