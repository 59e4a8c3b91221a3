import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { MINUTE, SECOND } from "#lib/time/lengths.ts";

/** Counts guesses at passwords. */
export interface SignInLimits {
  /** Takes one attempt; false when the address or the account has none left. */
  take: (address: string, account: string) => Promise<boolean>;
  /** Gives the attempt back: the password was right. */
  giveBack: (address: string, account: string) => Promise<void>;
}

const WINDOW_SECONDS = (15 * MINUTE) / SECOND;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;

/**
 * Limits of 10 wrong passwords per account and 50 per client address in 15 minutes. They live in this
 * process: a restart forgets them.
 */
export function createSignInLimits(): SignInLimits {
  const accounts = new RateLimiterMemory({ points: PER_ACCOUNT, duration: WINDOW_SECONDS });
  const addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_SECONDS });
  return {
    // The address first: one that is spent can neither fill the memory with accounts nor lock more of them.
    take: async (address, account) => (await takeOne(addresses, address)) && takeOne(accounts, account),
    giveBack: async (address, account) => {
      await addresses.reward(address);
      await accounts.reward(account);
    },
  };
}

async function takeOne(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
