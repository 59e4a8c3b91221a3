import { type Memory, readList } from "./memory.ts";
import { randomId } from "./random-id.ts";

const NAME = "ish.s";
const POOL = 4;
const LOCAL_LENGTH = 12;

/**
 * Signed codes, fetched ahead so that one is at hand when the button is pressed: a window that opens later than the
 * press is blocked. Without the server, codes are made here and count as unverified.
 */
export function createCodePool(memory: Memory, address: string, stem: string): { take(): string } {
  const fill = async () => {
    if (readList(memory, NAME).length > 0) return;
    try {
      const answer = await fetch(`${address}&count=${POOL}`, { method: "POST", credentials: "omit" });
      if (answer.ok) memory.set(NAME, JSON.stringify((await answer.json()).codes));
    } catch {
      // Without codes of the server's, those made here will do.
    }
  };
  setTimeout(fill);
  return {
    take: () => {
      const [code, ...rest] = readList<string>(memory, NAME);
      memory.set(NAME, JSON.stringify(rest));
      if (rest.length === 0) setTimeout(fill);
      return code ?? `${stem}-${randomId(LOCAL_LENGTH)}`;
    },
  };
}
