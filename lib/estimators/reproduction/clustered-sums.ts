/** One cascade as a cluster: how many shares could have children, and how many they have. */
export interface CascadeCount {
  /** Sharers of the cascade; or its effective shares, to allow for young ones. */
  readonly x: number;
  /** Their children. */
  readonly y: number;
}

/** Sums over the cascades with x > 0: all that a ratio with a clustered error needs. */
export interface CascadeSums {
  /** Number of those cascades. */
  readonly cascades: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Sums counts up by cascade; those without a share say nothing and are left out. */
export function clusteredSums(counts: Iterable<CascadeCount>): CascadeSums {
  const sums = { cascades: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const { x, y } of counts) {
    if (x === 0) continue;
    sums.cascades += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}
