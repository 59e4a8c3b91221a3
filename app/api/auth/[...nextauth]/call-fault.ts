const GET = new Set(["csrf", "error", "providers", "session", "signin", "signout"]);
const POST = new Set([
  "callback/credentials",
  "callback/passkey",
  "session",
  "signin/credentials",
  "signin/passkey",
  "signout",
]);
const ERROR_CODE = /^\w{0,64}$/;

/** An answer to a call that the sign-in library must not see. */
export interface CallFault {
  readonly status: 400 | 404 | 405;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Judges what is asked of the sign-in library. It answers 500 to a callback that is asked for, and to an error code
 * that no header can carry; and it would write into the log whatever it is sent.
 * @param call the segments of the path after `/api/auth`
 * @param providers names of those elsewhere who vouch for people
 */
export function callFault(
  method: string,
  call: readonly string[],
  query: URLSearchParams,
  providers: readonly string[] = [],
): CallFault | null {
  const name = call.join("/");
  const post = new Set([...POST, ...providers.map((id) => `signin/${id}`)]);
  const get = new Set([...GET, ...providers.map((id) => `callback/${id}`)]);
  const [known, other, allow] = method === "POST" ? [post, get, "GET, HEAD"] : [get, post, "POST"];
  if (!known.has(name)) return other.has(name) ? { status: 405, headers: { Allow: allow } } : { status: 404 };
  return query.getAll("error").every((code) => ERROR_CODE.test(code)) ? null : { status: 400 };
}
