/** Shape of the lag of a child: density θ c^θ (x + c)^−(1+θ), as Lomax. */
export interface LomaxShape {
  readonly theta: number;
  /** c; the unit of the times. */
  readonly scale: number;
}

/** A self-exciting process with a power-law kernel. */
export interface HawkesParameters {
  /** Expected children of the root. */
  readonly seedWeight: number;
  /** Expected children of every other share. */
  readonly branching: number;
  readonly kernel: LomaxShape;
}

/** Density and distribution of a child's lag, for lags of at least 0. */
export function lomaxKernel({ theta, scale }: LomaxShape): {
  density: (lag: number) => number;
  cdf: (lag: number) => number;
} {
  return {
    density: (lag) => (theta / scale) * (1 + lag / scale) ** (-1 - theta),
    cdf: (lag) => -Math.expm1(-theta * Math.log1p(lag / scale)),
  };
}
