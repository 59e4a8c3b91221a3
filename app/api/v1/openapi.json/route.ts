import { openApi } from "#lib/collect/openapi.ts";

/** The public interface, described for tools. */
export function GET(): Response {
  return Response.json(openApi(process.env.BASE_URL ?? ""), { headers: { "Cache-Control": "no-store" } });
}
