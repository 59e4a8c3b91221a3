import { randomInt } from "node:crypto";
import { CODE_ALPHABET } from "#lib/collect/code-shape.ts";

/** Random digits and letters, each equally likely. */
export function randomText(length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
}
