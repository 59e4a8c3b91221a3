import { z } from "zod";

const LONGEST = 2048;

function fault(text: string): string | null {
  if (!URL.canParse(text)) return "url";
  const { protocol, username, password } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return "url";
  return username === "" && password === "" ? null : "url";
}

/** Where a link may lead: an http(s) address without a user, spelled as URL writes it. */
export const TargetUrl = z
  .string()
  .trim()
  .min(1, "required")
  .max(LONGEST, "long")
  .superRefine((text, context) => {
    const message = text === "" ? null : fault(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  })
  // Only what stood the test above comes here, but a transform runs after a failed one, too.
  .transform((text) => (URL.canParse(text) ? new URL(text).href : text));
