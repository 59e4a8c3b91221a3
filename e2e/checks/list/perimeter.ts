import { type Check, check } from "../check.ts";

const FRONT = "app/_front";
const COLLECTOR = "app/_front/collector";
const ISOLATION = "e2e/isolation";
const CHECKS = "e2e/checks";

export const PERIMETER: readonly Check[] = [
  check(
    1,
    "Every page, route and action says who may use it, and a check that is taken out turns a test red.",
    [
      [
        `${ISOLATION}/crawl.spec.ts`,
        "every page and every route has a line that says who may read it, and no line is of none",
      ],
      [
        "app/roles.test.ts",
        "every server action, and every route that takes more than questions, stands in a table",
      ],
      [`${CHECKS}/page-access.test.tsx`, "%s opens to %s, and is not there for anybody else"],
      ["app/actions.test.ts", "every action is made by the one wrapper that looks at what it is sent"],
      ["db/walk.test.ts", "and would not without any one condition on the workspace"],
      [`${CHECKS}/guards.test.ts`, "every guard is found, and the file without it is another"],
    ],
  ),
  check(
    2,
    "No proxy or middleware stands guard, and no spelling of an address or header goes round a page's own check.",
    [
      [
        `${ISOLATION}/spellings.spec.ts`,
        "no spelling of an address and no header opens what a page keeps to its own",
      ],
      [`${CHECKS}/page-access.test.tsx`, "%s opens to %s, and is not there for anybody else"],
    ],
  ),
  check(3, "A malformed request line or header is refused as the client's fault.", [
    [
      `${FRONT}/refusals.test.ts`,
      "a refusal of the method names the others",
      "headers that never end are cut off, while a whole request is served",
    ],
    [`${FRONT}/upgrades.test.ts`, "in production no connection is upgraded"],
    [
      `${ISOLATION}/sign-in-library.spec.ts`,
      "whatever the sign-in library is asked is answered, and leads nowhere else",
    ],
  ]),
  check(4, "Bodies are bounded before they are read: large, compressed, nested, chunked.", [
    [`${FRONT}/bodies.test.ts`, "%s: %i"],
    [
      `${COLLECTOR}/collector.test.ts`,
      "holds no more of slow bodies than there is room for, and takes what comes after",
    ],
    [`${COLLECTOR}/hostile-input.long.test.ts`, "malformed bodies among sound ones, and its counts add up"],
  ]),
  check(5, "Slow senders and readers are cut off and hold up nobody.", [
    [
      `${FRONT}/bodies.test.ts`,
      "a slow ordinary body is cut at its deadline, however steadily it drips",
      "an answer that nobody takes is cut; one that is taken arrives whole",
    ],
    [`${COLLECTOR}/hostile-input.long.test.ts`, "is answered in time, and holds up nobody"],
  ]),
  check(
    6,
    "Addresses, keys and workspaces are limited, in bounded memory, whatever they claim to be.",
    [
      [
        `${FRONT}/rate-limiter.test.ts`,
        "are remembered and no more; the one that was quiet for longest is forgotten",
        "measures time by a clock that nobody sets",
      ],
      [
        `${FRONT}/pages/page-limits.test.ts`,
        "a network may ask %s a number of times in a minute, then again",
      ],
      [`${COLLECTOR}/rate-limits.test.ts`, "remembers so many clients and no more, however many there are"],
      [`${FRONT}/client-address.test.ts`, "%s: %s with %s is %s"],
      [
        "app/_server/password-limits.test.ts",
        "whoever has a /64 has fifty attempts in all of it; a neighbour has fifty more",
      ],
    ],
    "The limits of signing in are kept in memory: a restart forgets them.",
  ),
  check(
    7,
    "What is installed is not older than the first version without a known hole.",
    [
      [
        `${CHECKS}/dependency-floors.test.ts`,
        "names nothing older than its floor, from elsewhere, unsealed, or for another Node",
        "is switched off",
      ],
      [
        `${ISOLATION}/server-actions.spec.ts`,
        "whatever anybody sends to an action is answered, and never as a failure of ours",
      ],
    ],
    "The registry's own audit is not asked: the floors are those that were read.",
  ),
  check(8, "Each kind of answer carries exactly its protective headers.", [
    [
      `${FRONT}/headers.test.ts`,
      "%s carries exactly its headers",
      "HSTS goes with https and with nothing else",
    ],
    [`${FRONT}/report-headers.test.ts`, "%s may not be framed"],
    [`${ISOLATION}/health.spec.ts`, "a page that does not exist is a 404 with every protective header"],
  ]),
  check(9, "The content policy holds on every page, by a nonce that is new each time.", [
    [
      `${FRONT}/headers.test.ts`,
      "the nonce is new each time, and the app sees the one that the answer carries",
    ],
    [
      `${ISOLATION}/stored-xss.spec.ts`,
      "whatever is stored, every page shows it as a text, and runs nothing of it",
    ],
  ]),
  check(10, "What fails says a request's id and nothing of the inside.", [
    [
      `${FRONT}/failures.test.ts`,
      "a handler that throws gives 500 with the request's id, one log entry, and a server that goes on",
      "a failure halfway through an answer cuts it, so that nobody takes it for whole",
    ],
    [`${FRONT}/action-faults.test.ts`, "%s: %i"],
  ]),
  check(11, "Nothing of a workspace is kept by a cache in between.", [
    [`${ISOLATION}/spellings.spec.ts`, "a cache between us and two people gives neither what the other saw"],
  ]),
  check(12, "No header makes us name another host than our own.", [
    [`${FRONT}/refusals.test.ts`, "HTTP/1.0 is served when it names the host, and refused when not"],
    [
      `${FRONT}/headers.test.ts`,
      "what a client says in the framework's or a proxy's name does not reach the app; the rest does",
    ],
  ]),
];
