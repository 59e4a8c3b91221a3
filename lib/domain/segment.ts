import { z } from "zod";

export const SEGMENT_FIELDS = ["name", "query", "shared"] as const;

/** Filters under a name, as their form sends them; `query` as an address writes it. */
export const SegmentInput = z.object({
  name: z.string().trim().min(1, "required").max(60, "long"),
  query: z.string().min(1, "required").max(2000, "long"),
  shared: z.string().transform((text) => text !== ""),
});
export type SegmentInput = z.infer<typeof SegmentInput>;

export interface Segment {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
}
