import { UNSIGNED_MARK } from "#lib/collect/page-protocol.ts";
import { type Memory, readList } from "./memory.ts";
import { onReturn } from "./on-return.ts";
import { randomId } from "./random-id.ts";
import { toJson } from "./to-json.ts";

const NAME = "ish.l";
const POOL = 4;
const LOCAL_LENGTH = 12;

/**
 * Signed codes, fetched ahead so that one is at hand when the button is pressed: a window that opens later than the
 * press is blocked. Without the server, codes are made here and count as unverified.
 *
 * The tab remembers them from page to page, but not while a page is open: a tab that is duplicated gets a copy of
 * what is remembered, and a code must be one person's one share.
 */
export function createCodePool(
  tab: Memory,
  { address, base, stem }: { address: string; base: string; stem: string },
): { take(): { code: string; url: string } } {
  // As the server writes them: its links begin with its own address, wherever its script came from.
  const links: string[] = [];
  const fill = async () => {
    if (links.length > 0) return;
    try {
      const answer = await fetch(`${address}&count=${POOL}`, { method: "POST", credentials: "omit" });
      if (!answer.ok) return;
      const told = await answer.json();
      for (const code of told.codes) links.push(told.base + code);
    } catch {
      // Without codes of the server's, those made here will do.
    }
  };
  const open = () => {
    links.push(...readList<string>(tab, NAME));
    tab.set(NAME, null);
    setTimeout(fill);
  };
  open();
  addEventListener("pagehide", () => tab.set(NAME, toJson(links.splice(0))));
  onReturn(open);
  return {
    take: () => {
      const url = links.shift() ?? `${base}/s/${stem}${UNSIGNED_MARK}${randomId(LOCAL_LENGTH)}`;
      if (links.length === 0) setTimeout(fill);
      return { code: url.slice(url.lastIndexOf("/") + 1), url };
    },
  };
}
