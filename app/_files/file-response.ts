import { whileAllowed } from "#app/_server/while-allowed.ts";
import { attachment } from "./content-disposition.ts";
import { streamPieces } from "./stream-pieces.ts";

/** A file to keep, made while it is sent, to whoever still may have it. */
export function fileResponse(
  name: string,
  type: string,
  pieces: Parameters<typeof streamPieces>[0],
  isAllowed: () => boolean,
): Response {
  return new Response(whileAllowed(streamPieces(pieces), isAllowed), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachment(name),
      "Cache-Control": "no-store",
    },
  });
}
