import type { ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";

/** Effective shares this close count as one group, by their mean. */
const GROUPS = 500;

/** Sharers by their children and by the effective shares that their ages come to, for a fit that takes no time per share. */
export class OffspringTally {
  /** Children → sharers. */
  readonly histogram = new Map<number, number>();
  private readonly exposures = new Float64Array(GROUPS + 1);
  private readonly shares = new Float64Array(GROUPS + 1);
  private readonly children = new Float64Array(GROUPS + 1);

  /** @param times -1 takes out what was put in */
  add(count: number, exposure: number, times: 1 | -1): void {
    const group = exposure === 1 ? GROUPS : Math.floor(exposure * GROUPS);
    this.histogram.set(count, (this.histogram.get(count) ?? 0) + times);
    this.exposures[group] = (this.exposures[group] ?? 0) + times * exposure;
    this.shares[group] = (this.shares[group] ?? 0) + times;
    this.children[group] = (this.children[group] ?? 0) + times * count;
  }

  groups(): ExposureGroup[] {
    const groups: ExposureGroup[] = [];
    this.shares.forEach((shares, group) => {
      if (shares === 0) return;
      groups.push({
        exposure: (this.exposures[group] ?? 0) / shares,
        shares,
        children: this.children[group] ?? 0,
      });
    });
    return groups;
  }
}
