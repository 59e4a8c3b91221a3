/** What a note on a chart is about. */
export const ANNOTATION_KINDS = ["post", "spend", "press", "incident", "other"] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];
