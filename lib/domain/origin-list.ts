import { z } from "zod";

const MOST_ORIGINS = 10;

// The text goes into a header: a host of letters, digits and points, as URL writes it, and nothing else.
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;

/** Origins of sites, as a person types them: parted by spaces, commas or line ends; any page's address will do. */
export const OriginList = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((part) => part !== ""))])
  .pipe(
    z
      .array(
        z
          .string()
          .refine((text) => URL.canParse(text) && ORIGIN.test(new URL(text).origin), "origin")
          .transform((text) => new URL(text).origin),
      )
      .max(MOST_ORIGINS, "origin"),
  );
