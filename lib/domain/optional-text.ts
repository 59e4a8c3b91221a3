import { z } from "zod";

/** A text of a form that may be left out: "" becomes null. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, "long")
    .transform((text) => (text === "" ? null : text));
}
