import { RANDOM_LENGTH } from "#lib/collect/code-shape.ts";
import { randomText } from "./random-text.ts";
import { signCode } from "./sign-code.ts";

/** A new code of a campaign, signed: 47 random bits between its stem and its signature. */
export function mintCode({ stem, signingKey }: { stem: string; signingKey: string }): string {
  const unsigned = stem + randomText(RANDOM_LENGTH);
  return unsigned + signCode(unsigned, signingKey);
}
