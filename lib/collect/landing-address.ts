import { UTM_FIELDS, type Utm } from "#lib/domain/link.ts";
import { CODE_PARAMETER, VISIT_MARK } from "./page-protocol.ts";
import { passedParameters, type WrittenParameter, writtenParameters } from "./passed-parameters.ts";

const UTM = "utm_";

/**
 * A campaign's page with the code that leads to it, as a redirect names it. What stood in the page's address stays
 * byte for byte: it may be signed, and to read it and write it anew would change it. It wins over what the link was
 * followed with, and the link's own tags win over both.
 * @param options.visit what the redirect says of the visit: "" where the page alone reports it
 * @param options.incoming the query that the link was followed with, as it was written
 */
export function landingAddress(
  targetUrl: string,
  options: { readonly code: string; readonly visit: string; readonly utm: Utm; readonly incoming?: string },
): string {
  const { code, visit, utm, incoming = "" } = options;
  const hash = targetUrl.indexOf("#");
  const page = hash === -1 ? targetUrl : targetUrl.slice(0, hash);
  const mark = page.indexOf("?");
  const own = ownTags(utm);
  const taken = new Set([CODE_PARAMETER, ...own.map(({ name }) => name)]);
  const query = mark === -1 ? "" : without(page.slice(mark + 1), taken);
  const added = [...own, { name: CODE_PARAMETER, text: codeText(code, visit) }];
  if (incoming !== "") {
    for (const { name } of writtenParameters(query)) taken.add(name);
    added.unshift(...passedParameters(incoming).filter(({ name }) => !taken.has(name)));
  }
  const start = query === "" || query.endsWith("&") ? query : `${query}&`;
  const path = mark === -1 ? page : page.slice(0, mark);
  const fragment = hash === -1 ? "" : targetUrl.slice(hash);
  return `${path}?${start}${added.map(({ text }) => text).join("&")}${fragment}`;
}

function codeText(code: string, visit: string): string {
  return `${CODE_PARAMETER}=${visit === "" ? code : `${code}${VISIT_MARK}${visit}`}`;
}

function ownTags(utm: Utm): WrittenParameter[] {
  return UTM_FIELDS.flatMap((field) => {
    const value = utm[field];
    if (value === undefined) return [];
    return [{ name: `${UTM}${field}`, text: `${UTM}${field}=${encodeURIComponent(value)}` }];
  });
}

/** A query without some parameters, the rest as it is written. */
function without(query: string, names: ReadonlySet<string>): string {
  if (!writtenParameters(query).some(({ name }) => names.has(name))) return query;
  return query
    .split("&")
    .filter((text) => !names.has(writtenParameters(text)[0]?.name ?? ""))
    .join("&");
}
