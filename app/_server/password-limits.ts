import { clientNetwork, createRateLimiter } from "#app/_front/rate-limiter.ts";

/** Counts guesses at passwords. */
export interface PasswordLimits {
  /**
   * Takes one attempt; false when the client's network or the account has none left.
   * @param address the client's
   * @param account whose password it is: an account, or a report link
   */
  take(address: string, account: string): boolean;
  /** Gives the attempt back: the password was right. */
  giveBack(address: string, account: string): void;
}

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 10;
const PER_NETWORK = 50;

/** Limits of 10 wrong passwords per account and 50 per client network in 15 minutes. */
export function createPasswordLimits(options: { now?: () => number } = {}): PasswordLimits {
  const accounts = createRateLimiter({ ...options, most: PER_ACCOUNT, windowMs: WINDOW_MS });
  const networks = createRateLimiter({ ...options, most: PER_NETWORK, windowMs: WINDOW_MS });
  return {
    // The network first: one that is spent can neither fill the memory with accounts nor lock more of them.
    take: (address, account) => networks.take(clientNetwork(address)) === 0 && accounts.take(account) === 0,
    giveBack(address, account) {
      networks.giveBack(clientNetwork(address));
      accounts.giveBack(account);
    },
  };
}

const KEY = Symbol.for("intishar.password-limits");
const globals: typeof globalThis & {
  [KEY]?: { readonly signIn: PasswordLimits; readonly unlock: PasswordLimits };
} = globalThis;

globals[KEY] ??= { signIn: createPasswordLimits(), unlock: createPasswordLimits() };

/**
 * The limits of this process, for signing in and for unlocking reports. Next bundles a module once per entry, so only
 * the global object is one per process.
 */
export const passwordLimits = globals[KEY];
