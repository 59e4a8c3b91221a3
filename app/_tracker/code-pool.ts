import { UNSIGNED_MARK } from "#lib/collect/page-protocol.ts";
import { type Memory, readList } from "./memory.ts";
import { onReturn } from "./on-return.ts";
import { randomId } from "./random-id.ts";

const NAME = "ish.s";
const POOL = 4;
const LOCAL_LENGTH = 12;

/**
 * Signed codes, fetched ahead so that one is at hand when the button is pressed: a window that opens later than the
 * press is blocked. Without the server, codes are made here and count as unverified.
 *
 * The tab remembers them from page to page, but not while a page is open: a tab that is duplicated gets a copy of
 * what is remembered, and a code must be one person's one share.
 */
export function createCodePool(tab: Memory, address: string, stem: string): { take(): string } {
  const codes: string[] = [];
  const fill = async () => {
    if (codes.length > 0) return;
    try {
      const answer = await fetch(`${address}&count=${POOL}`, { method: "POST", credentials: "omit" });
      if (answer.ok) codes.push(...(await answer.json()).codes);
    } catch {
      // Without codes of the server's, those made here will do.
    }
  };
  const open = () => {
    codes.push(...readList<string>(tab, NAME));
    tab.set(NAME, null);
    setTimeout(fill);
  };
  open();
  addEventListener("pagehide", () => tab.set(NAME, JSON.stringify(codes.splice(0))));
  onReturn(open);
  return {
    take: () => {
      const code = codes.shift();
      if (codes.length === 0) setTimeout(fill);
      return code ?? `${stem}${UNSIGNED_MARK}${randomId(LOCAL_LENGTH)}`;
    },
  };
}
