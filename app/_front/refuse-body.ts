import type { Limits } from "#app/_front/default-limits.ts";
import type { Refusal } from "#app/_front/refuse-request.ts";
import type { RequestHead } from "#app/_front/request-head.ts";

function isPlain(values: readonly string[] | undefined): boolean {
  return (values ?? []).every((value) => value.trim().toLowerCase() === "identity");
}

/**
 * Judges what the headers say of the body. Null: it may be read, within the limits.
 * @param kind `import`: may be long and of unknown length; `forwarded`: may be of unknown length
 */
export function refuseBody(
  { headers }: RequestHead,
  kind: "ordinary" | "forwarded" | "import" | "collected",
  limits: Pick<Limits, "bodyBytes" | "importBytes">,
): Refusal | null {
  const codings = headers.get("transfer-encoding") ?? [];
  const length = Number(headers.get("content-length")?.[0] ?? 0);
  if (codings.length > 0 && kind === "ordinary") return { status: 411 };
  if (codings.some((coding) => coding.trim().toLowerCase() !== "chunked")) return { status: 400 };
  // The collector judges and counts what is too long or encoded in its own way.
  if (kind === "collected") return null;
  if (length > (kind === "import" ? limits.importBytes : limits.bodyBytes)) return { status: 413 };
  const hasBody = codings.length > 0 || length > 0;
  return hasBody && kind !== "import" && !isPlain(headers.get("content-encoding")) ? { status: 415 } : null;
}
