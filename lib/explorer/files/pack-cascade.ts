import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";

/**
 * The shares of one cascade as a few long texts, a value a line or between commas: what goes from the server to the
 * browser is walked value by value on the way, and a text is one value.
 */
export interface PackedCascade {
  readonly code: string;
  readonly person: string;
  readonly parent: string;
  readonly channel: string;
  readonly channels: readonly string[];
  readonly country: string;
  readonly countries: readonly string[];
  /** Place in MODES; nothing for none. */
  readonly mode: string;
  /** Place in EVIDENCES; nothing for none. */
  readonly evidence: string;
  /** Milliseconds since the first share of the cascade. */
  readonly lag: string;
  /** UTC milliseconds. */
  readonly startedAt: number;
  readonly faults: string;
}

/** Packs the shares of a cascade for their way; `unpackCascade` gives them back. No text holds a line end. */
export function packCascade(shares: CascadeShares): PackedCascade {
  const [startedAt = 0] = shares.at;
  const places = (known: readonly string[], values: readonly (string | null)[]) =>
    values.map((value) => (value === null ? "" : known.indexOf(value))).join(",");
  return {
    code: shares.code.join("\n"),
    person: shares.person.join("\n"),
    parent: shares.parent.join(","),
    channel: shares.channel.join(","),
    channels: shares.channels,
    country: shares.country.join(","),
    countries: shares.countries,
    mode: places(MODES, shares.mode),
    evidence: places(EVIDENCES, shares.evidence),
    lag: shares.at.map((at) => at - startedAt).join(","),
    startedAt,
    faults: shares.faults.join(","),
  };
}
