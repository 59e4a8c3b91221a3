import { Card } from "#components/ui/card.tsx";
import type { Collection } from "#lib/domain/collection.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Says what does not work while a campaign's keys are sealed with a secret that the server has lost. */
export function SealedCard({ collection, t }: { collection: Collection; t: Translate }) {
  const { publicKey, canSign } = collection;
  if (publicKey !== null && canSign) return null;
  return (
    <Card title={t("collect.sealed.title")}>
      <div role="status" className="grid gap-2 text-sm">
        {canSign ? null : <p>{t("collect.sealed.codes")}</p>}
        {publicKey === null ? <p>{t("collect.sealed.publicKey")}</p> : null}
        <p className="text-slate-600 dark:text-slate-400">{t("collect.sealed.wayOut")}</p>
      </div>
    </Card>
  );
}
