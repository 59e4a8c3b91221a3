/** Turns of the event loop that others had since this was called; stop counting in the end. */
export function countTurns(): { readonly turns: number; stop(): void } {
  const count = {
    turns: 0,
    stop: () => clearImmediate(next),
  };
  const turn = () => {
    count.turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  return count;
}
