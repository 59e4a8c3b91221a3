import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { answerRaw } from "#app/_front/answer-raw.ts";
import type { Front, UpgradeHandler } from "#app/_front/front.ts";
import { refuseRequest } from "#app/_front/refuse-request.ts";
import { requestHead } from "#app/_front/request-head.ts";

/** Lets the development server's own WebSocket through, from pages of this site, and nothing else. */
export function relayUpgrade(
  front: Front,
  upgrade: UpgradeHandler,
): (req: IncomingMessage, socket: Duplex, head: Buffer) => void {
  return (req, socket, head) => {
    socket.on("error", () => socket.destroy());
    const request = requestHead(req);
    const refusal = refuseRequest(request, front.site, { upgrade: true });
    const isForeign = (request.headers.get("origin") ?? []).some((origin) => !front.site.origins.has(origin));
    if (refusal !== null || isForeign || !request.path.startsWith("/_next/")) {
      answerRaw(socket, refusal?.status ?? (isForeign ? 403 : 400), front);
      return;
    }
    upgrade(req, socket, head);
  };
}
