import type { IncomingMessage } from "node:http";
import type { Handler } from "#app/_front/front.ts";
import { actionRun } from "#app/_server/action-run.ts";

/** Whether Next may take a request for the call of a server action. */
function mayCallAction({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "POST" || url.startsWith("/api/")) return false;
  return headers["next-action"] !== undefined || /^multipart\/form-data/i.test(headers["content-type"] ?? "");
}

/**
 * Next answers 500 to the call of an action that it cannot read: a broken body, an argument without end. Where
 * no action has begun the fault is the client's, and so the answer is 400.
 */
export function answerActionFaults(handler: Handler): Handler {
  return (req, res) => {
    if (!mayCallAction(req)) return handler(req, res);
    const run = { hasBegun: false };
    const writeHead = res.writeHead.bind(res);
    res.writeHead = (status: number, ...rest: never[]) =>
      writeHead(status >= 500 && !run.hasBegun ? 400 : status, ...rest);
    return actionRun.run(run, () => handler(req, res));
  };
}
