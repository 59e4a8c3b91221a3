import type { CollectionGrant } from "#lib/access/ingest-scope.ts";
import { CODE_LENGTH, codeShape, SIGNATURE_LENGTH } from "#lib/collect/code-shape.ts";
import { STEM_LENGTH } from "#lib/collect/page-protocol.ts";
import { signCode } from "./sign-code.ts";

/**
 * Ours and signed; ours or nobody's, without a signature that can be checked; ours with a wrong signature; another
 * campaign's.
 */
export type CodeJudgement = "signed" | "unsigned" | "forged" | "foreign";

/** What tells a campaign's codes: those to come, and those that are out. */
export type CodeKeys = Pick<CollectionGrant, "stem" | "signingKey" | "pastStems" | "pastSigningKeys">;

/**
 * What a code is to a campaign. A code in our shape with another's stem is foreign even when no campaign has that
 * stem: which stems exist is nobody's business.
 */
export function judgeCode(
  code: string,
  { stem, signingKey, pastStems, pastSigningKeys }: CodeKeys,
): CodeJudgement {
  const shape = codeShape(code);
  if (shape === "other") return "unsigned";
  const start = code.slice(0, STEM_LENGTH);
  if (start !== stem && !pastStems.includes(start)) return "foreign";
  if (shape === "unsigned") return "unsigned";
  const signed = CODE_LENGTH - SIGNATURE_LENGTH;
  const keys = signingKey === null ? pastSigningKeys : [signingKey, ...pastSigningKeys];
  if (keys.some((key) => signCode(code.slice(0, signed), key) === code.slice(signed))) return "signed";
  return signingKey === null ? "unsigned" : "forged";
}
