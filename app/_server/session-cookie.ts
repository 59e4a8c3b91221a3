import { SESSION_SECONDS } from "#lib/access/session-seconds.ts";

/** Name and attributes of the cookie that keeps a browser signed in. */
export interface SessionCookie {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean; maxAge: number };
}

/**
 * The session cookie for this site. Over https its name carries `__Host-`, so that no neighbouring
 * subdomain can plant one.
 * @param baseUrl origin of the site
 */
export function sessionCookie(baseUrl = process.env.NEXTAUTH_URL ?? ""): SessionCookie {
  const secure = baseUrl.startsWith("https://");
  return {
    name: secure ? "__Host-intishar.session" : "intishar.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: SESSION_SECONDS },
  };
}
