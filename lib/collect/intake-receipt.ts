import { z } from "zod";
import { INTAKE_OUTCOMES, INTAKE_REASONS } from "#lib/domain/intake.ts";

const IntakeResult = z
  .object({
    outcome: z.enum(INTAKE_OUTCOMES).meta({ description: "What became of the event." }),
    id: z.string().optional().meta({ description: "Its id: the producer's, or the one derived." }),
    field: z.string().optional().meta({ description: "The field at fault." }),
    reason: z.enum(INTAKE_REASONS).optional().meta({ description: "Why it was not taken in." }),
  })
  .meta({ id: "Result" });

const count = z.int().min(0);

/** What the collector answers to events: a result for each, in their order, and the sums. */
export const IntakeReceipt = z
  .object({
    ...{ received: count, accepted: count, duplicate: count, quarantined: count, refused: count },
    results: z.array(IntakeResult),
  })
  .meta({ id: "Receipt" });

/** Why a request was turned away as a whole. */
export const RequestFault = z
  .object({ error: z.string().meta({ description: "A word for the reason." }) })
  .meta({ id: "Fault" });

/** Codes that nobody else gets, and what they are appended to. */
export const MintedCodes = z
  .object({
    codes: z.array(z.string()),
    base: z.url().meta({ description: "Beginning of every short link." }),
  })
  .meta({ id: "Codes" });
