import type { LagSample } from "#lib/estimators/lag-sample.ts";

/** Sharers of several campaigns as one sample; a cascade stays a cascade of its own. */
export function joinSamples(samples: readonly LagSample[]): LagSample {
  const shares = samples.reduce((sum, { age }) => sum + age.length, 0);
  const children = samples.reduce((sum, { lag }) => sum + lag.length, 0);
  const joined = {
    age: new Float64Array(shares),
    cascade: new Int32Array(shares),
    roots: new Int32Array(samples.reduce((sum, one) => sum + one.cascades, 0)),
    lag: new Float64Array(children),
    parent: new Int32Array(children),
    mistimed: new Uint8Array(children),
  };
  let [firstShare, firstChild, cascades, nodes] = [0, 0, 0, 0];
  for (const sample of samples) {
    const offsetShare = firstShare;
    const offsetCascade = cascades;
    const offsetNode = nodes;
    joined.age.set(sample.age, firstShare);
    joined.roots.set(
      sample.roots.map((root) => root + offsetNode),
      cascades,
    );
    joined.cascade.set(
      sample.cascade.map((cascade) => cascade + offsetCascade),
      firstShare,
    );
    joined.lag.set(sample.lag, firstChild);
    joined.parent.set(
      sample.parent.map((parent) => parent + offsetShare),
      firstChild,
    );
    joined.mistimed.set(sample.mistimed, firstChild);
    firstShare += sample.age.length;
    firstChild += sample.lag.length;
    cascades += sample.cascades;
    nodes += (sample.roots.at(-1) ?? -1) + 1;
  }
  const told = samples.filter(({ age }) => age.length > 0);
  const linksUnknown = told.length > 0 &&
    told.every((sample) => sample.linksUnknown) && { linksUnknown: true as const };
  return { population: "sharers", cascades, ...joined, ...linksUnknown };
}
