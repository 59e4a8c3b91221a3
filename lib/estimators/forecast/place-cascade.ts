import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";
import type { ForecastModel } from "./forecast-model.ts";

/** A cascade under a model: its size as a function of where its error stands among those of the past. */
export interface PlacedCascade {
  /** Shares at the model's age, root included. */
  readonly seen: number;
  /** Final size for a standardised error z; 0 gives the point forecast. Never below `seen`. */
  readonly sizeAt: (z: number) => number;
  /** The standardised error at which the cascade ends with this many shares, more than `seen`. */
  readonly zOf: (size: number) => number;
}

/** Places a cascade, at least as old as the model's age, under a model; null when it has one share by then. */
export function placeCascade(model: ForecastModel, cascade: CascadeTimes): PlacedCascade | null {
  const seen = countUntil(cascade.times, model.age);
  if (seen < 2) return null;
  const features = model.features(cascade);
  const expected = Math.max(0, model.size.predict(features));
  const scale = Math.exp(model.scale.predict(Float64Array.of(...features, expected)));
  return {
    seen,
    sizeAt: (z) => seen + Math.expm1(Math.max(0, expected + scale * z)),
    zOf: (size) => (Math.log1p(size - seen) - expected) / scale,
  };
}
