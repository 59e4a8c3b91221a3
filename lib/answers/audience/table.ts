import { estimateCells, estimateColumns, type Table } from "#lib/answers/table.ts";
import type { Attribute } from "#lib/domain/event.ts";
import type { AudienceAnswer } from "./answer.ts";

/** Whom it reached, by one attribute that people stated. */
export function audienceTable(attribute: Attribute): Table<AudienceAnswer> {
  return {
    columns: {
      [attribute]: "What people stated; groups of fewer than five are left out",
      people: "People reached who stated it",
      part: "Part of all who stated the attribute, 0 to 1",
      planned: "1 when the campaign is aimed at it, else 0",
      ...estimateColumns("share_rate", "Part of them who shared"),
      ...estimateColumns("conversion_rate", "Part of them who converted"),
      ...estimateColumns("k", "Children of the shares that they made"),
      ...estimateColumns("share_rate_pooled", "Their share rate drawn towards that of all groups"),
      ...estimateColumns("conversion_rate_pooled", "Their conversion drawn towards that of all groups"),
      ...estimateColumns("k_pooled", "Their K drawn towards that of all groups"),
    },
    rows({ attributes }) {
      const groups = attributes.find((other) => other.attribute === attribute)?.groups ?? [];
      return groups.map(({ value, people, part, isPlanned, ...rates }) => [
        value,
        people,
        part,
        isPlanned ? 1 : 0,
        ...estimateCells(rates.shareRate),
        ...estimateCells(rates.conversionRate),
        ...estimateCells(rates.k),
        ...estimateCells(rates.shareRatePooled),
        ...estimateCells(rates.conversionRatePooled),
        ...estimateCells(rates.kPooled),
      ]);
    },
  };
}
