import { type Check, check } from "../check.ts";

const FRONT = "app/_front";
const COLLECTOR = "app/_front/collector";
const ISOLATION = "e2e/isolation";
const CHECKS = "e2e/checks";

export const CONTENT: readonly Check[] = [
  check(32, "Whatever is stored, pages show it as a text.", [
    [
      `${ISOLATION}/stored-xss.spec.ts`,
      "the texts would run where they were taken for markup",
      "whatever is stored, every page shows it as a text, and runs nothing of it",
    ],
  ]),
  check(33, "Pictures that are saved hold no script and nothing from elsewhere.", [
    [
      `${CHECKS}/pictures.test.ts`,
      "a picture that is saved has shapes and words, whatever its people are called",
    ],
    [
      `${ISOLATION}/stored-xss.spec.ts`,
      "whatever is stored, every page shows it as a text, and runs nothing of it",
    ],
  ]),
  check(34, "No cell of a file is a formula, in whatever program it is opened.", [
    [
      "lib/format/formula-guard.test.ts",
      "holds no formula, whatever its texts are",
      "every text comes back as it was, and no two become one",
    ],
    ["lib/format/csv.office.test.ts", "holds no formula, and numbers as numbers"],
    ["e2e/journeys/dashboards.spec.ts", "a hostile name is a text in every file"],
  ]),
  check(35, "Files that come in are read in bounded memory, and their faults told row by row.", [
    [
      "db/import/read-rows.test.ts",
      "a row just within the limit is read, one of 3 MiB is refused, and those before it are kept",
    ],
    [
      "db/import/inspect-file.test.ts",
      "as many columns as may be, and a row that nests too deep as an empty one",
    ],
    ["db/import/run-import.test.ts", "an interrupted import goes on behind its last batch, to the same end"],
  ]),
  check(36, "Nothing that anybody types becomes a part of SQL.", [
    [
      `${CHECKS}/sql.test.ts`,
      "holds nothing that anybody typed: what is written into it are constants and what is chosen here",
    ],
    [`${CHECKS}/page-access.test.tsx`, "%s takes whatever stands in its address for words"],
  ]),
  check(37, "No body changes what objects inherit.", [
    [`${COLLECTOR}/hostile-input.long.test.ts`, "malformed bodies among sound ones, and its counts add up"],
  ]),
  check(38, "No text makes a regular expression run for long.", [
    [`${CHECKS}/regular-expressions.test.ts`, "none takes long over a text that was made for it"],
    ["lib/collect/redact-raw.test.ts", "stays quick on what is made to make it slow"],
  ]),
  check(39, "The log is one line of JSON an entry, bounded, with no secret in it.", [
    [
      `${FRONT}/log.test.ts`,
      "becomes one line an entry, without colours, line ends and stacks",
      "is cut to a length, however long",
      "of invented kinds is cut as well",
    ],
    [`${FRONT}/failures.test.ts`, "a log line is one line of JSON, whatever the error says"],
  ]),
  check(
    40,
    "A short link leads to a page of its campaign, and codes are not guessed at for long.",
    [
      ["app/w/_server/is-own-link.test.ts", "%s is a link of %s: %s"],
      ["app/actions.test.ts", "a campaign leads to a page, and never to a short link of this server"],
      [
        `${COLLECTOR}/guesses.test.ts`,
        "tells whoever guesses at codes to wait, and still sends on who follows one that leads somewhere",
      ],
      [
        `${COLLECTOR}/revocation.test.ts`,
        "sends nobody on by a link that was paused, and everybody again once it leads on",
      ],
    ],
    "Who changed where a link leads is not written down, and no list of forbidden hosts can be given.",
  ),
  check(41, "Nothing on the server connects to an address that somebody typed.", [
    [
      `${CHECKS}/outbound.test.ts`,
      "nothing on the server opens a connection to anywhere, whatever address somebody types",
    ],
  ]),
  check(
    42,
    "What is delivered to others is signed, tried again and given up.",
    [],
    "Nothing is delivered to others yet.",
  ),
];
