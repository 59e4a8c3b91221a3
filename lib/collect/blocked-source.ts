import { z } from "zod";

const LONGEST = 200;
const ORIGIN = /^https?:\/\/[^/?#\s]+\/?$/i;

/** Who may bring nothing, as an owner types it: a site's origin, an address, or a network such as 192.0.2.0/24. */
export const BlockedSource = z
  .string()
  .trim()
  .max(LONGEST)
  .transform((text, context) => {
    if (z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).safeParse(text).success)
      return text.toLowerCase();
    if (ORIGIN.test(text) && URL.canParse(text)) return new URL(text).origin;
    context.issues.push({ code: "custom", message: "source", input: text });
    return z.NEVER;
  });
