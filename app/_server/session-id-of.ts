import { decode } from "next-auth/jwt";

/** The id in a session cookie; null for none, and for one that was forged, sealed with an older secret, or is past its end. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined) return null;
  try {
    const token = await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET ?? "" });
    return typeof token?.sessionId === "string" ? token.sessionId : null;
  } catch {
    return null;
  }
}
