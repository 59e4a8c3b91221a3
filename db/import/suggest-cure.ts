import type { ParentChoice, ParentMatches } from "#lib/domain/parent-report.ts";
import { keyOf, keysOf } from "#lib/sources/parent-keys.ts";
import type { ParentIndex } from "./parent-index.ts";

/** What is tried, the simplest first: of two that find the same, it is meant. */
const CANDIDATES: readonly ParentChoice[] = [
  { is: "share", ignore: ["case"] },
  { is: "share", ignore: ["number"] },
  { is: "share", ignore: ["prefix"] },
  { is: "share", ignore: ["link"] },
  { is: "person", ignore: [] },
  { is: "person", ignore: ["case"] },
  { is: "person", ignore: ["number"] },
  { is: "person", ignore: ["prefix"] },
  { is: "share", ignore: ["case", "prefix"] },
  { is: "share", ignore: ["case", "link"] },
  { is: "share", ignore: ["prefix", "number"] },
  { is: "share", ignore: ["prefix", "link"] },
  { is: "person", ignore: ["link"] },
  { is: "person", ignore: ["case", "prefix"] },
  { is: "person", ignore: ["case", "prefix", "link"] },
];
/** So many unknown parents tell which to try on all of them. */
const SAMPLE = 2000;
/** Part of the unknown parents below which a find is chance. */
const LEAST_PART = 0.2;
const LEAST_FOUND = 2;

/**
 * What finds most of the parents that are unknown, counted over all of them; null where nothing finds a good part.
 * Depends on what the file says, not on the order of its rows.
 */
export function suggestCure(index: ParentIndex): ParentMatches | null {
  const unknown = index.sampleUnknown(SAMPLE);
  const tries = CANDIDATES.map((choice) => new Try(choice, unknown));
  for (const { code, person } of index.listShares())
    for (const one of tries) one.see(code, one.choice.is === "share" ? code : person);
  const [best] = tries
    .map((one, at) => ({ choice: one.choice, found: one.count(), at }))
    .sort((a, b) => b.found - a.found || a.at - b.at);
  if (best === undefined || best.found === 0) return null;
  const matches = index.countMatches(best.choice);
  const isChance = matches.matches < LEAST_PART * matches.of || matches.matches < LEAST_FOUND;
  return isChance && matches.matches < matches.of ? null : matches;
}

/** One candidate, tried on a sample while every share goes by. */
class Try {
  /** The share that a key of the sample finds; null for more than one. */
  private readonly found = new Map<string, string | null | undefined>();
  private readonly sample: readonly { readonly keys: readonly string[]; readonly times: number }[];

  constructor(
    readonly choice: ParentChoice,
    unknown: readonly { readonly via: string; readonly times: number }[],
  ) {
    this.sample = unknown.map(({ via, times }) => ({ keys: keysOf(via, choice.ignore), times }));
    for (const { keys } of this.sample) for (const key of keys) this.found.set(key, undefined);
  }

  see(code: string, name: string): void {
    const key = keyOf(name, this.choice.ignore);
    if (!this.found.has(key)) return;
    const before = this.found.get(key);
    // A person with several shares is still one person.
    const isSecond = this.choice.is === "share" && before !== undefined && before !== code;
    this.found.set(key, isSecond ? null : code);
  }

  count(): number {
    return this.sample
      .filter(({ keys }) => keys.some((key) => this.found.get(key) != null))
      .reduce((sum, { times }) => sum + times, 0);
  }
}
