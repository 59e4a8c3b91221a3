import { expect, test } from "vitest";
import { addIntake, QUARANTINE_MAX } from "./add-intake.ts";
import { NO_COUNTS } from "./no-counts.ts";

test("faulty rows are quarantined while there is room and refused beyond; the sum holds", () => {
  const full = addIntake(NO_COUNTS, { accepted: 5, duplicate: 2, faulty: QUARANTINE_MAX - 1 });
  expect(full).toMatchObject({ received: QUARANTINE_MAX + 6, quarantined: QUARANTINE_MAX - 1, refused: 0 });
  const over = addIntake(full, { accepted: 1, duplicate: 0, faulty: 3 });
  expect(over).toEqual({
    received: QUARANTINE_MAX + 10,
    accepted: 6,
    duplicate: 2,
    quarantined: QUARANTINE_MAX,
    refused: 2,
  });
});
