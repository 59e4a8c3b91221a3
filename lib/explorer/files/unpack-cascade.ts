import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import type { PackedCascade } from "./pack-cascade.ts";

/** The shares that `packCascade` packed. What a tree says of itself, depth and what is below, comes from the parents. */
export function unpackCascade(packed: PackedCascade): CascadeShares {
  const numbers = (text: string) => text.split(",").map(Number);
  const named = <T extends string>(text: string, known: readonly T[]) =>
    text.split(",").map((place): T | null => (place === "" ? null : (known[Number(place)] ?? null)));
  const parent = numbers(packed.parent);
  return {
    code: packed.code.split("\n"),
    person: packed.person.split("\n"),
    parent,
    channel: numbers(packed.channel),
    channels: packed.channels,
    country: numbers(packed.country),
    countries: packed.countries,
    mode: named(packed.mode, MODES),
    evidence: named(packed.evidence, EVIDENCES),
    at: numbers(packed.lag).map((lag) => packed.startedAt + lag),
    faults: numbers(packed.faults),
    ...treeOf(parent),
  };
}

/** Parents stand before their children: one walk down and one up. */
function treeOf(parent: readonly number[]): Pick<CascadeShares, "depth" | "children" | "descendants"> {
  const depth = new Array<number>(parent.length).fill(0);
  const children = new Array<number>(parent.length).fill(0);
  const descendants = new Array<number>(parent.length).fill(0);
  parent.forEach((above, share) => {
    if (above >= 0) depth[share] = (depth[above] ?? 0) + 1;
  });
  for (let share = parent.length - 1; share >= 0; share--) {
    const above = parent[share] ?? -1;
    if (above < 0) continue;
    children[above] = (children[above] ?? 0) + 1;
    descendants[above] = (descendants[above] ?? 0) + (descendants[share] ?? 0) + 1;
  }
  return { depth, children, descendants };
}
