import type { Estimate } from "#lib/domain/estimate.ts";
import { gammaQuantile, gammaSurvival } from "#lib/stats/gamma.ts";

/** Counts of one calendar period. */
export interface InviteCounts {
  /** Active users. */
  readonly users: number;
  readonly invites: number;
  /** Invites that became users. */
  readonly converted: number;
}

/** Invites per user times conversions per invite; a period ratio, not corrected for age. */
export interface KFactor {
  /** i; null without users. */
  readonly invitesPerUser: number | null;
  /** c; null without invites. */
  readonly conversionRate: number | null;
  /** i × c. Its interval takes conversions for Poisson counts, so it is "optimistic". */
  readonly k: Estimate;
  /** P(K > 1); null without users. */
  readonly aboveOne: number | null;
}

/** The K-factor of METRICS §2.7 with the gamma-Jeffreys interval Gamma(converted + 1/2)/users (Skok 2009). */
export function kFactor({ users, invites, converted }: InviteCounts): KFactor {
  const conversionRate = invites === 0 ? null : converted / invites;
  if (users === 0) {
    return { invitesPerUser: null, conversionRate, k: { value: null, why: "empty" }, aboveOne: null };
  }
  const shape = converted + 0.5;
  return {
    invitesPerUser: invites / users,
    conversionRate,
    k: {
      value: converted / users,
      low: converted === 0 ? 0 : gammaQuantile(0.025, shape, users),
      high: gammaQuantile(0.975, shape, users),
      note: "optimistic",
    },
    aboveOne: gammaSurvival(1, shape, users),
  };
}
