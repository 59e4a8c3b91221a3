import { Card } from "#components/ui/card.tsx";
import type { Overview } from "#lib/domain/overview.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the figures leave out or had to mend; nothing when all was sound. */
export function SetAside({ quarantined, skews, cuts, t }: Overview["setAside"] & { t: Translate }) {
  const counts = Object.entries({ quarantined, skews, cuts }) as [keyof Overview["setAside"], number][];
  const present = counts.filter(([, count]) => count > 0);
  if (present.length === 0) return null;
  return (
    <Card title={t("campaigns.setAside.title")}>
      <ul className="grid gap-1 text-sm">
        {present.map(([fault, count]) => (
          <li key={fault}>{t(`campaigns.setAside.${fault}`, { count })}</li>
        ))}
      </ul>
    </Card>
  );
}
