import { cookies, headers } from "next/headers";
import type { SignInRequest } from "#app/_server/sign-in-request.ts";

/** The request of a server action, which may set cookies, or of a page, which may not. */
export async function actionRequest(): Promise<SignInRequest> {
  const [kept, said] = [await cookies(), await headers()];
  return {
    userAgent: said.get("user-agent") ?? "",
    // Exactly one address: the front replaced whatever the client said.
    address: said.get("x-forwarded-for") ?? "",
    cookies: {
      get: (name) => kept.get(name)?.value,
      set: (name, value, options) => void kept.set(name, value, options),
    },
  };
}
