/** Fields of the form, in the order in which they stand. */
export const CAMPAIGN_FIELDS = [
  "name",
  "tool",
  "description",
  "startsOn",
  "endsOn",
  "spend",
  "currency",
  "audience",
  "planCountry",
  "planCity",
  "planAgeBand",
  "planOccupation",
  "planInterests",
  "goal",
] as const;
export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

/** What a person typed, untouched, and what was wrong with it in their language. */
export interface CampaignFormState {
  readonly values: Readonly<Record<CampaignField, string>>;
  readonly errors: Readonly<Partial<Record<CampaignField, string>>>;
}
