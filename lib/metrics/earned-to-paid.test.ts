import { expect, it } from "vitest";
import { cascadesInput } from "#lib/inputs/cascades-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { amplification } from "./amplification.ts";
import { earnedToPaid } from "./earned-to-paid.ts";

const share = (code: string, via: string | null, at: number) => ({
  ...{ code, via, at, person: code, channel: "x", mode: null, variant: null },
  evidence: via === null ? null : ("stated" as const),
  seedKind: via === null ? ("organic" as const) : null,
});

it("is what people brought, over the seeds of finished cascades: amplification less the seed", () => {
  const shares = [share("s", null, 0), share("a", "s", 1), share("b", "a", 2), share("t", null, 0)];
  const inputs = { cascades: cascadesInput(forestInput([...shares, share("young", null, 95)])) };
  const context = { asOf: 100, horizon: 10 };
  const ratio = earnedToPaid.compute(inputs, context);
  const whole = amplification.compute(inputs, context);
  if (ratio.value === null || whole.value === null) throw new Error("unknown");
  expect([ratio.value, ratio.note]).toEqual([1, "few-cascades"]);
  expect([ratio.low, ratio.high]).toEqual([Number(whole.low) - 1, Number(whole.high) - 1]);
  expect(earnedToPaid.compute(inputs, { asOf: 5, horizon: 10 })).toEqual({ value: null, why: "censored" });
});
