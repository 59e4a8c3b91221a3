import { z } from "zod";
import { optionalText } from "./optional-text.ts";
import { OriginList } from "./origin-list.ts";
import { TargetUrl } from "./target-url.ts";

/** Who may report that the goal was reached: the campaign's pages, or its servers alone. */
export const GOAL_REPORTERS = ["page", "server"] as const;
export type GoalReporter = (typeof GOAL_REPORTERS)[number];

/** What of a campaign can be exchanged for another: the key in its pages, what signs codes, and how codes begin. */
export const ROTATED_KEYS = ["public", "signing", "stem"] as const;
export type RotatedKey = (typeof ROTATED_KEYS)[number];

/** How a campaign collects, as a form says it. The target's own site may always report. */
export const CollectionInput = z
  .object({
    targetUrl: TargetUrl,
    origins: OriginList,
    goalFrom: z.enum(GOAL_REPORTERS).default("page"),
    cardTitle: optionalText(120),
    cardText: optionalText(300),
    cardImage: z.union([z.literal("").transform(() => null), TargetUrl]),
  })
  .transform(({ origins, ...input }) => ({
    ...input,
    origins: [...new Set([new URL(input.targetUrl).origin, ...origins])],
  }));
export type CollectionInput = z.infer<typeof CollectionInput>;

/** What a chat shows beside a link, where the campaign says so. */
export interface PreviewCard {
  readonly cardTitle: string | null;
  readonly cardText: string | null;
  readonly cardImage: string | null;
}

/** How a campaign collects live. */
export interface Collection extends PreviewCard {
  readonly campaignId: number;
  /** First letters of every code of the campaign. */
  readonly stem: string;
  /** Null: it is sealed with a secret that the server has lost. */
  readonly publicKey: string | null;
  /** Whether its codes can be signed and checked; false when that key is sealed with a secret that was lost. */
  readonly canSign: boolean;
  readonly targetUrl: string;
  readonly origins: readonly string[];
  readonly goalFrom: GoalReporter;
  readonly createdAt: number;
  /** Since when nothing is taken in; null while it is. */
  readonly pausedAt: number | null;
}

/** A site or a network from which nothing is taken in. */
export interface ListedBlock {
  readonly id: number;
  readonly value: string;
  readonly createdAt: number;
}

/** A server's key, as a list shows it: the key itself is in nobody's hands but the server's. */
export interface ListedKey {
  readonly id: number;
  readonly name: string;
  readonly ending: string;
  readonly owner: string | null;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}
