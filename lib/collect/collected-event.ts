import { z } from "zod";
import { ATTRIBUTES, EVENT_KINDS, MODES, RATING_ROLES, SEED_KINDS } from "#lib/domain/event.ts";

const TEXT_MAX = 200;
const required = (description: string) => z.string().max(TEXT_MAX).meta({ description });
const text = (description: string) => z.string().max(TEXT_MAX).nullish().meta({ description });
/** Shops hand amounts over as text, as files do. */
const numeric = (description: string) =>
  z
    .union([z.number(), z.string().max(TEXT_MAX)])
    .nullish()
    .meta({ description });

const attributes = z
  .strictObject(
    Object.fromEntries(ATTRIBUTES.map((name) => [name, z.string().max(TEXT_MAX).nullish()])) as Record<
      (typeof ATTRIBUTES)[number],
      z.ZodOptional<z.ZodNullable<z.ZodString>>
    >,
  )
  .nullish()
  .meta({
    description: "Volunteered or campaign-level facts; never a name, an address or a full birth date.",
  });

/** One event, as its producer writes it. What its kind asks for beyond the types is for `readCollectedEvent`. */
export const CollectedEvent = z
  .strictObject({
    id: text("The producer's own id; sending it again changes nothing. Derived when absent."),
    kind: z.enum(EVENT_KINDS).meta({ description: "What happened." }),
    person: required("Pseudonym of who did it."),
    via: text("Code that brought the person, if any."),
    code: text("share, delivery: the code that the share hands out."),
    channel: text("Network or way, such as whatsapp, email or copy."),
    mode: z.enum(MODES).nullish().meta({ description: "share: whether the person set out to win others." }),
    seedKind: z
      .enum(SEED_KINDS)
      .nullish()
      .meta({ description: "share without via, from a server: how the seed came about." }),
    variant: text("A/B variant of the seed."),
    occurredAt: z
      .union([z.string().max(TEXT_MAX), z.number()])
      .nullish()
      .meta({
        description:
          "ISO 8601 with an offset, or Unix seconds or milliseconds; the time of arrival when absent.",
      }),
    value: numeric(
      'conversion: its worth in units of the currency; a number, or text as files have it, with a point: 25.5, "25.50", "1,249.90"; a sign of another currency is refused.',
    ),
    currency: text("conversion: ISO 4217; the campaign's when absent."),
    role: z.enum(RATING_ROLES).nullish().meta({ description: "rating: whose answer it is." }),
    score: numeric("rating: 0 to 10, a number or the same as text."),
    attributes,
  })
  .meta({ id: "Event" });
export type CollectedEvent = z.infer<typeof CollectedEvent>;
