import { type Check, check } from "../check.ts";

const COLLECTOR = "app/_front/collector";

export const HONESTY: readonly Check[] = [
  check(62, "Machines are sent on, labelled and counted apart.", [
    [
      "lib/collect/agent-label.test.ts",
      "crawlers and previews of a labelled list are known, but for two in a hundred",
      "each sign counts by itself",
    ],
    [`${COLLECTOR}/collector.test.ts`, "tells machines from people by each sign alone"],
    ["app/r/_server/is-opening.test.ts", "%s: %o opens a report: %s"],
  ]),
  check(63, "Forged, looped and self-made spread is labelled, counted apart, and can be ended by the team.", [
    [
      `${COLLECTOR}/collector.test.ts`,
      "cannot be used again, looped or replayed",
      "decides nobody's parent, even where it names a code that bears our signature",
    ],
    [`${COLLECTOR}/controls.test.ts`, "hears nobody from a blocked network or site, and everybody else"],
    [
      "db/intake/judge-page-event.test.ts",
      "a goal that servers report is reached through no page; everything else goes on",
    ],
  ]),
  check(
    64,
    "No address, browser or query of a visitor is kept.",
    [
      ["lib/collect/redact-raw.test.ts", "keeps what an event has and no value of any other name"],
      [
        `${COLLECTOR}/device-marks.test.ts`,
        "is one person on one day, a stranger on the next, and has left neither address nor browser",
      ],
    ],
    "Nobody can be erased or given their own data yet, and nothing is deleted by age but the quarantine.",
  ),
];
