import { Card } from "#components/ui/card.tsx";
import type { CampaignShape } from "#lib/domain/campaign-shape.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface Faults extends Pick<CampaignShape, "skews" | "cuts"> {
  /** Rows of imports that wait. */
  readonly quarantined: number;
}

/** What the figures leave out or had to mend; nothing when all was sound. */
export function SetAside({ quarantined, skews, cuts, t }: Faults & { t: Translate }) {
  const counts = Object.entries({ quarantined, skews, cuts }) as [keyof Faults, number][];
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
