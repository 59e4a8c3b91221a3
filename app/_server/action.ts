import { notFound } from "next/navigation";
import { z } from "zod";
import { actionRun } from "#app/_server/action-run.ts";

const LONGEST_PATH = 500;

/** What server actions are bound to and sent, as far as a page of ours would send it. */
export const Sent = {
  slug: z.string().regex(/^[\w-]{1,80}$/),
  token: z.string().regex(/^[\w-]{1,100}$/),
  id: z.int().positive(),
  /** A number as it stands in an address. */
  digits: z.string().regex(/^\d{1,15}$/),
  form: z.instanceof(FormData),
  /** Path of the page whose copies are to be forgotten. */
  path: z
    .string()
    .max(LONGEST_PATH)
    .regex(/^\/[\w\-./%]*$/),
  /** What a form showed before, which no action of ours reads. */
  before: z.unknown(),
};

type Arguments<Shapes extends readonly z.ZodType[]> = {
  [At in keyof Shapes]: z.output<Shapes[At]>;
};

/**
 * A server action that anybody may call with anything: arguments that no page of ours sends are answered 404,
 * and those beyond the shapes are left out.
 */
export function action<const Shapes extends readonly z.ZodType[], Result>(
  shapes: Shapes,
  act: (...sent: Arguments<Shapes>) => Promise<Result>,
): (...sent: Arguments<Shapes>) => Promise<Result> {
  const checked = async (...sent: Arguments<Shapes>) => {
    const read = readAs(shapes, sent);
    const run = actionRun.getStore();
    if (run !== undefined) run.hasBegun = true;
    return act(...read);
  };
  return Object.defineProperty(checked, "name", { value: act.name });
}

function readAs<Shapes extends readonly z.ZodType[]>(
  shapes: Shapes,
  sent: readonly unknown[],
): Arguments<Shapes> {
  try {
    // One for one what the shapes make of what was sent, which no mapping of tuples says of itself.
    return shapes.map((shape, at) => shape.parse(sent[at])) as Arguments<Shapes>;
  } catch {
    // What the framework hands over as a reference throws at the first look, and is as wrong as the rest.
    notFound();
  }
}
