import { isOwnUrl } from "#app/_front/is-own-url.ts";

async function fieldsOf(request: Request): Promise<unknown[]> {
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) {
    const body: unknown = await request.json();
    if (typeof body !== "object" || body === null) throw new SyntaxError("not an object");
    return "callbackUrl" in body ? [body.callbackUrl] : [];
  }
  if (!type.includes("application/x-www-form-urlencoded")) return [];
  return new URLSearchParams(await request.text()).getAll("callbackUrl");
}

function isOwn(value: unknown, origin: string): boolean {
  if (typeof value !== "string") return false;
  // The library takes an empty one for none.
  return value === "" || isOwnUrl(value, { origin, origins: new Set([origin]) });
}

/**
 * Why a request to the sign-in library cannot be read: it would answer 500 to a body that is no JSON object
 * and to a callback URL that does not parse. One that leads to another site is refused along with them.
 * Takes the body: pass a clone.
 * @param origin the site's
 */
export async function callbackFault(
  request: Request,
  origin: string,
): Promise<"body" | "callbackUrl" | null> {
  try {
    const posted = request.method === "POST" ? await fieldsOf(request) : [];
    const asked = new URL(request.url).searchParams.getAll("callbackUrl");
    return [...asked, ...posted].every((value) => isOwn(value, origin)) ? null : "callbackUrl";
  } catch (error) {
    if (error instanceof SyntaxError) return "body";
    throw error;
  }
}
