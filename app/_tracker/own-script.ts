/** How the script's tag, or its address, says what it is to do. */
export interface OwnScript {
  readonly key: string | null;
  /** Beginning of the addresses to which the page reports, without a slash at its end. */
  readonly api: string;
  /** Whether the address bar carries a code of the visitor's own. */
  readonly rewrites: boolean;
}

/** Origin of the server, written into the script as it is built; "" where it is not known. */
declare const SERVER: string;

const KEY = /^ipk_\w{22}$/;
const API_END = /(?:\/api\/v1(?:\/\w*)?)?\/*$/;

/** A part of an address as it is read; one that is escaped wrongly stays as it is written. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What the tag says through which the script came. Tag managers drop the tag's own words, so that the address may say
 * the same: `intishar.js?key=ipk_…`. A module, or one that a loader runs, has no tag at hand and is looked for.
 */
export function ownScript(): OwnScript {
  const running: Element | null = document.currentScript;
  // A picture of that name stands in the document's way.
  const isScript = running?.tagName === "SCRIPT";
  const tag = isScript ? running : document.querySelector("script[data-key^=ipk_],script[src*='key=ipk_']");
  return tag === null ? { key: null, api: SERVER, rewrites: false } : read(tag as HTMLScriptElement);
}

function read({ src, dataset }: HTMLScriptElement): OwnScript {
  const [address = "", query = ""] = src.split("#")[0]?.split("?") ?? [];
  const said = (name: string) => {
    const found = new RegExp(`(?:^|&)${name}(?:=([^&]*))?(?:&|$)`).exec(query);
    return dataset[name] ?? (found && decode(found[1] ?? ""));
  };
  const key = said("key");
  const api = said("api");
  return {
    key: key !== null && KEY.test(key) ? key : null,
    api: api ? absolute(api).replace(API_END, "") : address.slice(0, address.lastIndexOf("/")) || SERVER,
    rewrites: said("rewrite") !== null,
  };
}

function absolute(address: string): string {
  const link = document.createElement("a");
  link.href = address;
  return link.href;
}

/** Where the links begin that people pass on, as far as the script itself knows. */
export const serverOf = ({ api }: OwnScript): string => SERVER || api;
