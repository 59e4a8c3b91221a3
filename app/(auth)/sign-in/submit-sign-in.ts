/** How an attempt to sign in ended: `wrong` covers too many guesses as well, `crowded` any request too many. */
export type SignInResult = "ok" | "wrong" | "crowded" | "unreachable";

/**
 * Completes a sign-in through the sign-in library's two requests: its token against forged posts, then what proves
 * who it is. Its own client does the same with 20 kB of code and two requests more.
 */
export async function submitSignIn(
  provider: "credentials" | "passkey",
  proof: Readonly<Record<string, string>>,
): Promise<SignInResult> {
  try {
    const answer = await fetch("/api/auth/csrf");
    if (answer.status === 429) return "crowded";
    const { csrfToken }: { csrfToken: string } = await answer.json();
    const body = new URLSearchParams({ ...proof, csrfToken, callbackUrl: "/", json: "true" });
    const { ok, status } = await fetch(`/api/auth/callback/${provider}`, { method: "POST", body });
    if (ok) return "ok";
    if (status === 429) return "crowded";
    return status === 401 ? "wrong" : "unreachable";
  } catch {
    return "unreachable";
  }
}

/** What a server action that failed says: the front turns requests away in plain text. */
export function refusal(error: unknown): "crowded" | "unreachable" {
  return error instanceof Error && error.message.startsWith("429") ? "crowded" : "unreachable";
}

/** Leaves for a provider elsewhere, which sends the browser back to `next` once it vouches. */
export async function leadToProvider(
  provider: string,
  next: string,
): Promise<"leaving" | "crowded" | "unreachable"> {
  try {
    const { csrfToken }: { csrfToken: string } = await (await fetch("/api/auth/csrf")).json();
    const callbackUrl = new URL(next, window.location.origin).href;
    const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
    const answer = await fetch(`/api/auth/signin/${provider}`, { method: "POST", body });
    if (!answer.ok) return answer.status === 429 ? "crowded" : "unreachable";
    const { url }: { url: string } = await answer.json();
    window.location.assign(url);
    return "leaving";
  } catch {
    return "unreachable";
  }
}
