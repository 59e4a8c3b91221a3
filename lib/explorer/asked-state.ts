import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import type { Query } from "#lib/query/query.ts";
import type { ExplorerState } from "./explorer-state.ts";

/**
 * A cascade as it is first shown to whoever comes from a page with a question: its period is what the brush holds, and
 * a filter for one value is set here, too. What the address says of the explorer itself goes before.
 * @param span of the question's period, UTC milliseconds, the end excluded
 */
export function askedState(
  state: ExplorerState,
  { period, filters }: Pick<Query, "period" | "filters">,
  span: { readonly from: number; readonly to: number },
): ExplorerState {
  const isWhole = "preset" in period && period.preset === "launch";
  const window =
    isWhole || state.from !== null || state.until !== null ? {} : { from: span.from, until: span.to };
  const only = (dimension: "channel" | "country" | "mode" | "evidence") => {
    const found = filters.find((filter) => filter.dimension === dimension && !filter.isNot);
    return found?.values.length === 1 ? (found.values[0] ?? null) : null;
  };
  return {
    ...state,
    ...window,
    channel: state.channel ?? only("channel"),
    country: state.country ?? only("country"),
    mode: state.mode ?? MODES.find((mode) => mode === only("mode")) ?? null,
    evidence: state.evidence ?? EVIDENCES.find((evidence) => evidence === only("evidence")) ?? null,
  };
}
