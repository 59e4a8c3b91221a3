import { CODE_PARAMETER, VISIT_MARK } from "#lib/collect/page-protocol.ts";
import { decode } from "./own-script.ts";

const START = `${CODE_PARAMETER}=`;
/** A code and what the redirect says of the visit; what a chat put behind them is not of them. */
const GIVEN = new RegExp(`^([\\w-]{8,60})(?:\\${VISIT_MARK}([\\w-]+))?`);

/** Takes the code out of the address, so that whoever copies it passes on their own share or none. */
export function takeArrival(stem: string): { code: string; visit: string } | null {
  const given = parameters().find((text) => text.startsWith(START)) ?? "";
  const [, code = "", visit = ""] = GIVEN.exec(decode(given.slice(START.length))) ?? [];
  // Another campaign's code is for the script of that one.
  if (code === "" || !code.startsWith(stem)) return null;
  replaceQuery(others());
  return { code, visit };
}

/** Puts a code into the address. */
export function showCode(code: string): void {
  replaceQuery([...others(), START + code]);
}

function parameters(): string[] {
  return location.search.slice(1).split("&");
}

function others(): string[] {
  return parameters().filter((text) => text !== "" && !text.startsWith(START));
}

/** By text: the page's other parameters may be signed, and stay as they are written. */
function replaceQuery(texts: readonly string[]): void {
  const query = texts.length === 0 ? "" : `?${texts.join("&")}`;
  const [page = "", ...fragment] = location.href.split("#");
  const address = [page.split("?")[0] + query, ...fragment].join("#");
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A page that may not change its address keeps the code in it.
  }
}
