/** Children and the exposure that they came from. */
export interface Exposed {
  readonly children: number;
  /** Effective shares. */
  readonly exposure: number;
}

/** Below this, a window's expected count is too small for a chi-square term. */
const LEAST_EXPOSURE = 1;

/** φ of METRICS §2.4: max(1, Pearson χ²/(w − 1)) over the w windows with exposure above 1, around their pooled R. */
export function rtDispersion(windows: readonly Exposed[]): number {
  const used = windows.filter(({ exposure }) => exposure > LEAST_EXPOSURE);
  const total = (field: keyof Exposed) => used.reduce((sum, window) => sum + window[field], 0);
  const pooled = total("children") / total("exposure");
  if (used.length < 2 || pooled === 0) return 1;
  const chiSquare = used.reduce((sum, { children, exposure }) => {
    const expected = pooled * exposure;
    return sum + (children - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, chiSquare / (used.length - 1));
}
