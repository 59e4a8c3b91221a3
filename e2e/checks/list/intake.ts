import { type Check, check } from "../check.ts";

const COLLECTOR = "app/_front/collector";

export const INTAKE: readonly Check[] = [
  check(
    43,
    "Nothing that comes in vanishes: what is received is accepted, a repetition, quarantined or refused.",
    [
      [`${COLLECTOR}/hostile-input.long.test.ts`, "malformed bodies among sound ones, and its counts add up"],
      [
        "db/queries/intake/empty-quarantine.test.ts",
        "a quarantine full of junk is emptied by reason, and keeps what comes after; what came stays counted",
      ],
      [`${COLLECTOR}/guesses.test.ts`, "counts bodies that could not be read, whatever was wrong with them"],
    ],
  ),
  check(44, "An event counts once, however often it comes.", [
    [
      `${COLLECTOR}/hostile-input.long.test.ts`,
      "counts once, however often, in whatever batch and by however many it is sent at a time",
    ],
    [`${COLLECTOR}/collector.test.ts`, "says when a repetition says otherwise; the first stands"],
  ]),
  check(45, "The order in which events come changes nothing.", [
    [`${COLLECTOR}/hostile-input.long.test.ts`, "and how often, changes nothing"],
    [
      "db/intake/take-in.test.ts",
      "of very many shares is taken in without moving them, and they follow once they are settled",
    ],
    [
      "db/engines/sqlite/depth-bound.test.ts",
      "holds in any order and batching, also while pieces are held back, and refuses nothing that is shallow",
    ],
  ]),
  check(46, "A clock that is wrong, or steps, costs nobody anything.", [
    [
      "lib/collect/clocks.test.ts",
      "that is wrong by whatever it is, is set right by what it shows as it sends",
    ],
    [`${COLLECTOR}/stepped-clock.test.ts`, "counts a client's minute alike when the clock steps by %i ms"],
    ["lib/sources/parse-time.test.ts", "refuses what lies too far back or ahead"],
  ]),
  check(47, "One bad event of a batch fails alone.", [
    [
      `${COLLECTOR}/hostile-input.long.test.ts`,
      "that cannot be stored fails alone, and leaves nothing half done",
    ],
    [`${COLLECTOR}/collector.test.ts`, "answers for each in its order, after they are stored"],
  ]),
  check(48, "The script in others' pages reports at least once, and disturbs no page.", [
    [
      "e2e/journeys/tracker.spec.ts",
      "what happens offline arrives later, once, also after the tab was closed",
    ],
    ["e2e/journeys/tracker-trouble.spec.ts", "a server that asks for a pause gets it, and then everything"],
  ]),
  check(49, "Other sites may send events where they are named, and ask nothing else.", [
    [`${COLLECTOR}/collector.test.ts`, "takes pages of the campaign's sites and no others, and counts those"],
    [`${COLLECTOR}/revocation.test.ts`, "hears no page of a site that the campaign no longer names"],
  ]),
];
