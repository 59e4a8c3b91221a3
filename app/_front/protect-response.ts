import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

type HeadArgument = string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

function setAll(res: ServerResponse, headers: OutgoingHttpHeaders | OutgoingHttpHeader[]): void {
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    return;
  }
  const names = headers.filter((_, at) => at % 2 === 0).map(String);
  for (const name of names) res.removeHeader(name);
  for (const [at, name] of names.entries()) {
    const value = headers[2 * at + 1] ?? "";
    res.appendHeader(name, Array.isArray(value) ? value : String(value));
  }
}

/**
 * Makes the given headers win over whatever the app sets. Every way of sending an answer goes through
 * `writeHead`, so this is the one place that needs to know.
 * @param isClosing asked when the answer starts: whether the connection must end with it
 */
export function protectResponse(
  res: ServerResponse,
  headers: Readonly<Record<string, string>>,
  isClosing: () => boolean,
): void {
  const writeHead = res.writeHead.bind(res);
  res.writeHead = (status: number, ...rest: HeadArgument[]): ServerResponse => {
    const reason = typeof rest[0] === "string" ? rest[0] : undefined;
    for (const given of rest) if (typeof given === "object") setAll(res, given);
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    res.removeHeader("X-Powered-By");
    if (isClosing()) res.setHeader("Connection", "close");
    return reason === undefined ? writeHead(status) : writeHead(status, reason);
  };
}
