import { countLabel } from "./count-label.ts";

/** A counted mark says its number from this radius on. */
const NUMBER_ROOM = 8;

/** Whether a counted mark of this radius, pixels, has room for its own number. */
export function holdsNumber(radius: number, count: number): boolean {
  return radius >= Math.max(NUMBER_ROOM, countLabel(count).length * 3.1);
}
