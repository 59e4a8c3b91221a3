/** Every fault of the environment at once: one line per variable, and no secret in any of them. */
export class EnvError extends Error {
  override readonly name = "EnvError";

  /** @param faults one line per faulty variable, such as `PORT is "x"; expected …` */
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}
