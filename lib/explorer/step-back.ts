import { type ExplorerState, INITIAL_STATE } from "./explorer-state.ts";

/** What `Esc` undoes, one at a time, the most passing first. */
const STEPS: readonly (readonly (keyof ExplorerState)[])[] = [
  ["selected"],
  ["compared"],
  ["search"],
  ["from", "until"],
  ["channel", "country", "mode", "evidence", "flag"],
  ["branch"],
  ["below", "toggled"],
  ["plane", "opened"],
];

/** The state with its most passing choice undone; the same state when nothing is left to undo. */
export function stepBack(state: ExplorerState): ExplorerState {
  const isSet = (key: keyof ExplorerState) => {
    const value = state[key];
    return Array.isArray(value) ? value.length > 0 : value !== INITIAL_STATE[key];
  };
  const step = STEPS.find((keys) => keys.some(isSet));
  if (step === undefined) return state;
  return { ...state, ...Object.fromEntries(step.map((key) => [key, INITIAL_STATE[key]])) };
}
