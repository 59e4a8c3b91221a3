import type { IncomingMessage } from "node:http";

/** The first lines of a request, as they were sent. */
export interface RequestHead {
  readonly method: string;
  /** The request target, undecoded. */
  readonly target: string;
  /** The part of the target before the first `?`. */
  readonly path: string;
  /** All values of a header, by its name in lower case: Node's own record hides repetitions. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** Reads the head of a request without interpreting it. */
export function requestHead(req: Pick<IncomingMessage, "method" | "url" | "rawHeaders">): RequestHead {
  const headers = new Map<string, string[]>();
  for (let at = 0; at + 1 < req.rawHeaders.length; at += 2) {
    const name = (req.rawHeaders[at] ?? "").toLowerCase();
    const value = req.rawHeaders[at + 1] ?? "";
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  const target = req.url ?? "";
  return { method: req.method ?? "", target, path: target.split("?", 1)[0] ?? "", headers };
}
