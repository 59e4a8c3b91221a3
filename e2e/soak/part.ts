/** What became of one check at its full size. */
export interface Tried {
  readonly check: number;
  readonly what: string;
  /** How much was tried, in the check's own unit: kills, bodies, questions, guards taken out. */
  readonly probes: number;
  /** "held", or what was wrong. */
  readonly result: string;
}

/** A part of `npm run soak`; `tell` hears of how far it is. */
export type Part = (tell: (line: string) => void) => Promise<readonly Tried[]>;
