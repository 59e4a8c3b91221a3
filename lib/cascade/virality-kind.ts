export type ViralityKind = "broadcast" | "mixed" | "personToPerson";

/** A word for a structural virality: one hub below 2.5 (a star tends to 2), chains above 4. Never shown alone. */
export function viralityKind(structuralVirality: number): ViralityKind {
  if (structuralVirality < 2.5) return "broadcast";
  return structuralVirality > 4 ? "personToPerson" : "mixed";
}
