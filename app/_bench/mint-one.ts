import type { ServedFront } from "./serve-front.ts";

/** A signed code of the campaign that the server's key is for. */
export async function mintOne({ url, headers }: Pick<ServedFront, "url" | "headers">): Promise<string> {
  const answer = await fetch(`${url}/api/v1/codes`, { method: "POST", headers });
  const { codes } = (await answer.json()) as { codes: string[] };
  return codes[0] ?? "";
}
