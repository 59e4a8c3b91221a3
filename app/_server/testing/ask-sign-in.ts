import NextAuth from "next-auth";
import { authOptions } from "#app/_server/auth-options.ts";

/** Cookies of a browser, by name. */
export type Cookies = Record<string, string>;

/** What the sign-in library answers. */
export interface Answer {
  status: number;
  body: unknown;
  /** The `Set-Cookie` headers. */
  set: string[];
  /** The cookies that the browser holds now. */
  jar: Cookies;
  headers: ReadonlyMap<string, unknown>;
}

const REQUEST = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0",
  address: "192.0.2.1",
};

/**
 * Asks the library's handler for plain requests, which needs no server around it; its types ask for more of one.
 * @param action the path after `/api/auth/`
 */
export async function ask(
  method: string,
  action: string,
  cookies: Cookies,
  {
    body = {},
    query = {},
    address = REQUEST.address,
  }: { body?: object; query?: object; address?: string } = {},
): Promise<Answer> {
  const headers = new Map<string, unknown>();
  const answer = { status: 200, body: undefined as unknown };
  const res = {
    status: (status: number) => {
      answer.status = status;
      return res;
    },
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => {
      headers.set(name, value);
      return res;
    },
    json: (value: unknown) => res.send(value),
    send: (value: unknown) => {
      answer.body = value;
    },
    end: () => undefined,
  };
  const req = { method, headers: {}, cookies, query: { nextauth: action.split("/"), ...query }, body };
  const kept: string[] = [];
  const browser = {
    get: (name: string) => cookies[name],
    set: (name: string, value: string) => void kept.push(`${name}=${value}`),
  };
  await Reflect.apply(NextAuth, undefined, [
    req,
    res,
    authOptions({ ...REQUEST, address, cookies: browser }),
  ]);
  const set = [...[headers.get("Set-Cookie") ?? []].flat().map(String), ...kept];
  const pairs = set.map((line) => /^([^=]+)=([^;]*)/.exec(line)?.slice(1).map(decodeURIComponent) ?? []);
  const jar = { ...cookies, ...Object.fromEntries(pairs) };
  return { ...answer, set, jar, headers };
}

/** Sends a form with the token against forged posts. */
export async function post(
  action: string,
  cookies: Cookies,
  fields: Record<string, unknown>,
  address?: string,
) {
  const { body, jar } = await ask("GET", "csrf", cookies);
  const { csrfToken } = body as { csrfToken: string };
  const from = address === undefined ? {} : { address };
  return ask("POST", action, jar, { body: { ...fields, csrfToken, json: "true" }, ...from });
}
