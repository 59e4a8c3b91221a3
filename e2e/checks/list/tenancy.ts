import { type Check, check } from "../check.ts";

const FRONT = "app/_front";
const ISOLATION = "e2e/isolation";
const CHECKS = "e2e/checks";

export const TENANCY: readonly Check[] = [
  check(26, "No question in any form brings a byte of another workspace.", [
    [
      `${ISOLATION}/crawl.spec.ts`,
      "every page and route opens to whoever may read it, and to everybody else is as if it were not there",
    ],
    [
      `${ISOLATION}/spellings.spec.ts`,
      "no spelling of an address and no header opens what a page keeps to its own",
    ],
    ["db/walk.test.ts", "and touches no row of another workspace", "works for the owner"],
  ]),
  check(27, "Each role does what the matrix says, and no field that was added to a form does more.", [
    ["db/scope.test.ts", "%s: what is promised, and anything else is refused as it is to a stranger"],
    ["app/roles.test.ts", "works for an account that is %s"],
    [`${CHECKS}/page-access.test.tsx`, "%s offers each role what it may do, and nothing else"],
    [`${CHECKS}/added-fields.test.ts`, "$write.name takes no field that its form does not have"],
  ]),
  check(28, "A report link shows its saved view and no more, while it lasts.", [
    [
      "db/queries/reports/reports.test.ts",
      "a link that shows %s shows no other section",
      "a link opens until its last day has ended, and not once revoked; a wrong token never",
      "a password is proved by a cookie of this link, this password and the last 24 hours",
    ],
    [
      `${ISOLATION}/report-routes.spec.ts`,
      "every route of a report gives what its link gives, and to anybody else nothing",
    ],
    [`${CHECKS}/report-page.test.tsx`, "that shows %s alone shows and offers no other section"],
  ]),
  check(
    29,
    "A report holds no person, key, account or other campaign.",
    [
      [
        `${CHECKS}/report-page.test.tsx`,
        "under aliases names neither a person nor a code, no key, no account and nothing of another campaign",
      ],
      ["app/r/_server/report-table.test.ts", "names under aliases neither a person nor a code"],
    ],
    "Groups of few people are not left out of a report's files.",
  ),
  check(30, "A report stands in the frames that its link names; nothing else of ours stands in any.", [
    [
      `${ISOLATION}/cross-site.spec.ts`,
      "a report stands in the frames of the sites that its link names, and nothing else of ours in any",
    ],
    [`${FRONT}/report-headers.test.ts`, "%s may not be framed"],
  ]),
  check(31, "What is kept for one is never given to another.", [
    [
      "app/_answers/kept-answers.test.ts",
      "is one workspace's, one campaign's, one question's and one answer's",
    ],
    [
      `${CHECKS}/interleaved-questions.test.ts`,
      "the same questions of two workspaces, asked at once, are each answered for whoever asked",
    ],
  ]),
];
