/** The four columns of an estimate, for `estimateCells`. */
export function estimateColumns(key: string, meaning: string): Record<string, string> {
  return {
    [key]: meaning,
    [`${key}_low_95`]: `Lower end of its 95 % interval`,
    [`${key}_high_95`]: `Upper end of its 95 % interval`,
    [`${key}_note`]: "What to know before leaning on it, or why there is no value",
  };
}
