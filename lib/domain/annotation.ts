import { z } from "zod";
import { ANNOTATION_KINDS, type AnnotationKind } from "./annotation-kind.ts";

export const ANNOTATION_FIELDS = ["at", "text", "kind"] as const;

/** A note as its form sends it; `at` is what the workspace's clock shows, to the minute. */
export const AnnotationInput = z.object({
  at: z.iso.datetime({ local: true, offset: false, precision: -1, message: "required" }),
  text: z.string().trim().min(1, "required").max(200, "long"),
  kind: z.enum(ANNOTATION_KINDS),
});
export type AnnotationInput = z.infer<typeof AnnotationInput>;

/** A note as charts show it. */
export interface Annotation {
  readonly id: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly kind: AnnotationKind;
}
