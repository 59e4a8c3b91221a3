import { Card } from "#components/ui/card.tsx";
import type { SharerRow } from "#lib/answers/sharers/sharers.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the record says about a carrier, in plain words and without a verdict. */
export function PersonFacts({ row, t }: { row: SharerRow; t: Translate }) {
  const facts = [
    t("sharers.facts.self", { count: row.selfChildren, children: row.children }),
    t("sharers.facts.burst", { count: row.burst }),
    t("sharers.facts.orphans", { count: row.orphans }),
    t("sharers.facts.skews", { count: row.skews }),
    t("sharers.facts.conversions", { count: row.conversions }),
  ];
  return (
    <Card title={t("sharers.facts.title")} note={t("sharers.facts.note")}>
      <ul className="list-disc space-y-1 ps-5 text-sm">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </Card>
  );
}
