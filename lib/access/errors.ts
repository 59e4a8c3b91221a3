/** What was asked for is not there, or not the asker's to know of: the two look alike on purpose. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
  constructor(readonly noun: string) {
    super(`${noun} not found`);
  }
}

/** Somebody belongs to a workspace that requires a second factor, and has none. */
export class SecondFactorNeededError extends NotFoundError {
  constructor() {
    super("workspace");
  }
}

/** The request contradicts what is stored; `field` names the input at fault, `reason` is a message key. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

/** A report link is right, but its password has not been given in this browser. */
export class LockedError extends Error {
  override readonly name = "LockedError";
}
