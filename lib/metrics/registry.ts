import { amplification } from "./amplification.ts";
import { amplification30Days } from "./amplification-30-days.ts";
import { concentration80 } from "./concentration-80.ts";
import { depth } from "./depth.ts";
import { directShare } from "./direct-share.ts";
import { dispersion } from "./dispersion.ts";
import { doublingTime } from "./doubling-time.ts";
import { earnedReachPrice } from "./earned-reach-price.ts";
import { earnedToPaid } from "./earned-to-paid.ts";
import { effectiveCpa } from "./effective-cpa.ts";
import { expectedAmplification } from "./expected-amplification.ts";
import { expectedConcentration80 } from "./expected-concentration-80.ts";
import { extinctionProbability } from "./extinction-probability.ts";
import { generationIntervalMedian } from "./generation-interval-median.ts";
import { growthRate } from "./growth-rate.ts";
import { k } from "./k.ts";
import { kFactor } from "./k-factor.ts";
import { kTrend } from "./k-trend.ts";
import { k0 } from "./k0.ts";
import { maxBreadth } from "./max-breadth.ts";
import { meanDepth } from "./mean-depth.ts";
import type { Metric } from "./metric.ts";
import { paidCpa } from "./paid-cpa.ts";
import { rFromGrowth } from "./r-from-growth.ts";
import { rt } from "./rt.ts";
import { seeds } from "./seeds.ts";
import { sharers } from "./sharers.ts";
import { size } from "./size.ts";
import { sizeGini } from "./size-gini.ts";
import { sizeMedian } from "./size-median.ts";
import { structuralVirality } from "./structural-virality.ts";
import { tenMore } from "./ten-more.ts";
import { topCascades } from "./top-cascades.ts";
import { userK } from "./user-k.ts";
import { viralLift } from "./viral-lift.ts";

/** Every number of the product, in the order in which they are shown. Adding one: its file, and a line here. */
export const METRICS: readonly Metric[] = [
  size,
  sharers,
  seeds,
  depth,
  maxBreadth,
  meanDepth,
  structuralVirality,
  directShare,
  sizeMedian,
  sizeGini,
  topCascades,
  k,
  k0,
  userK,
  kFactor,
  rt,
  kTrend,
  generationIntervalMedian,
  growthRate,
  doublingTime,
  rFromGrowth,
  dispersion,
  concentration80,
  expectedConcentration80,
  extinctionProbability,
  tenMore,
  amplification,
  earnedToPaid,
  expectedAmplification,
  amplification30Days,
  earnedReachPrice,
  paidCpa,
  effectiveCpa,
  viralLift,
];
