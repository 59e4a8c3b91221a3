import type { Part } from "../part.ts";
import { takeOutGuards } from "./take-out-guards.ts";

/** Takes every guard out in turn; one without which all tests pass is one that nothing holds. */
export const soakGuards: Part = async (tell) => {
  let taken = 0;
  const unheld: string[] = [];
  takeOutGuards(
    () => true,
    ({ guard, red }) => {
      taken += 1;
      const place = `${guard.path}:${guard.line} ${guard.kind}`;
      tell(red === null ? `NOTHING turns red without ${place}: ${guard.code}` : `${place}: ${red}`);
      if (red === null) unheld.push(place);
    },
  );
  const result = unheld.length === 0 ? "held" : `nothing turns red without ${unheld.join("; ")}`;
  return [{ check: 1, what: "guards taken out, each alone", probes: taken, result }];
};
