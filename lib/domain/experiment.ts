/** What a team laid down of the comparison of its variants before it began. */
export interface Experiment {
  /** The one day on which the variants are compared, as YYYY-MM-DD; null where none was set: it may be looked at daily. */
  readonly judgedOn: string | null;
  /** How the seeds were to be split: the weight of each variant; of equal weight where there is none. */
  readonly split: Readonly<Record<string, number>>;
}
