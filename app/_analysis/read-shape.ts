import { readOverview } from "#db/queries/campaigns/read-overview.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Overview } from "#lib/domain/overview.ts";

/** What the foot of the Overview page asks: the shape of a whole campaign. */
export interface ShapeQuestion {
  readonly campaignId: number;
  /** Empty: the answer may stand a while. */
  readonly asked: "";
}

/** The figures of a whole campaign as the forest has them. Reads every cascade: for the analysis thread. */
export function readShape(scope: Scope<"campaigns.read">, { campaignId }: ShapeQuestion): Overview {
  return readOverview(scope, { campaignId });
}
