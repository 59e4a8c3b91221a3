import { clientNetwork, createRateLimiter, type Taken } from "#app/_front/rate-limiter.ts";
import { GUESS_WINDOW } from "#lib/access/guess-window.ts";

/** One attempt at a password. */
export interface PasswordAttempt {
  /** The client's. */
  readonly address: string;
  /** Whose password it is: an account, or a report link. */
  readonly account: string;
  /** The browser's name, when it gave this password before. */
  readonly known: string | null;
}

/** Counts guesses at passwords. */
export interface PasswordLimits {
  /**
   * Takes one attempt; false when the client's network or the account, or a known browser itself, has none left.
   * @param recall what strangers have taken of the account's before this process began
   */
  take(attempt: PasswordAttempt, recall?: () => Taken | null): boolean;
  /** Gives the attempt back: the password was right. */
  giveBack(attempt: PasswordAttempt): void;
}

const PER_ACCOUNT = 10;
const PER_NETWORK = 50;
/** Codes of a second step, per account and per client network. */
const SECOND_STEPS = 5;

/**
 * Limits of wrong guesses in 15 minutes: of passwords, 10 per account and 50 per client network. A browser that gave an account's
 * password before has as many of its own: what strangers guess, also from behind the same address, does not keep it out.
 * They live in this process; what is recalled of an account outlives it.
 */
export function createPasswordLimits(
  options: { now?: () => number; perAccount?: number; perNetwork?: number } = {},
): PasswordLimits {
  const { perAccount = PER_ACCOUNT, perNetwork = PER_NETWORK, ...clock } = options;
  const limiter = (most: number) => createRateLimiter({ ...clock, most, windowMs: GUESS_WINDOW });
  const [accounts, browsers, networks] = [limiter(perAccount), limiter(perAccount), limiter(perNetwork)];
  return {
    take({ address, account, known }, recall) {
      if (known !== null) return browsers.take(known) === 0;
      // The network first: one that is spent can neither fill the memory with accounts nor lock more of them.
      return networks.take(clientNetwork(address)) === 0 && accounts.take(account, 1, recall) === 0;
    },
    giveBack({ address, account, known }) {
      if (known !== null) return browsers.giveBack(known);
      networks.giveBack(clientNetwork(address));
      accounts.giveBack(account);
    },
  };
}

const KEY = Symbol.for("intishar.password-limits");
const globals: typeof globalThis & {
  [KEY]?: Readonly<Record<"signIn" | "secondStep" | "unlock", PasswordLimits>>;
} = globalThis;

globals[KEY] ??= {
  signIn: createPasswordLimits(),
  secondStep: createPasswordLimits({ perAccount: SECOND_STEPS, perNetwork: SECOND_STEPS }),
  unlock: createPasswordLimits(),
};

/**
 * The limits of this process, for signing in, its second step and unlocking reports. Next bundles a module once per entry, so only
 * the global object is one per process.
 */
export const passwordLimits = globals[KEY];
