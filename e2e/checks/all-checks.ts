import type { Check } from "./check.ts";
import { ACCOUNTS } from "./list/accounts.ts";
import { CONTENT } from "./list/content.ts";
import { DURABILITY } from "./list/durability.ts";
import { HONESTY } from "./list/honesty.ts";
import { INTAKE } from "./list/intake.ts";
import { PERIMETER } from "./list/perimeter.ts";
import { TENANCY } from "./list/tenancy.ts";

/** All sixty-four checks, in their order. */
export const ALL_CHECKS: readonly Check[] = [
  ...PERIMETER,
  ...ACCOUNTS,
  ...TENANCY,
  ...CONTENT,
  ...INTAKE,
  ...DURABILITY,
  ...HONESTY,
];
