import { type Check, check } from "../check.ts";

const FRONT = "app/_front";
const COLLECTOR = "app/_front/collector";
const STORE = "db/auth-store";
const ISOLATION = "e2e/isolation";
const CHECKS = "e2e/checks";

export const ACCOUNTS: readonly Check[] = [
  check(
    13,
    "Passwords are of any characters, hashed at a cost that starves nobody.",
    [
      [
        `${STORE}/derive-key.test.ts`,
        "works on two passwords at once; the others follow in the order they came, whether one fails or not",
      ],
      [`${STORE}/verify-password.test.ts`, "a hash fits its password and no other, and tells its own cost"],
      ["lib/domain/password-fault.test.ts", "the name before the @ is no password either"],
    ],
    "The list of common passwords is short, and an old hash is not made anew at a sign-in.",
  ),
  check(14, "Of many set-ups at once one makes the first account, and none after it does.", [
    [
      `${STORE}/auth-store.test.ts`,
      "of two completions with one token, over two connections, one succeeds",
      "set-up stays closed after the first account is deleted",
    ],
    [
      "db/backup/backup.test.ts",
      "holds what the open database holds, its log included, and nobody's session",
    ],
  ]),
  check(15, "No two installations share a secret, and a bad one stops the start.", [
    [
      `${FRONT}/read-auth-secret.test.ts`,
      "two installations share no secret",
      "a damaged file stops the start and is not shown",
    ],
    ["lib/env/parse-env.test.ts", "no message repeats a secret"],
  ]),
  check(
    16,
    "An account's password is guessed at ten times in a quarter of an hour, from however many addresses, and its owner is not locked out.",
    [
      [`${CHECKS}/guesses.test.ts`, "of very many guesses, at one account and at many, few are looked at"],
      [
        "app/_server/password-limits.test.ts",
        "a known browser has ten attempts of its own, whatever strangers spent, from its own address too",
      ],
      [
        "app/_server/auth-options.test.ts",
        "strangers who guess lock out each other, and not the browser that signed in before",
        "a sign-in that failed is an entry of the log, with nothing that was typed, and one that did not is none",
      ],
    ],
  ),
  check(17, "Known and unknown accounts, links and codes are answered alike.", [
    ["app/_server/auth-options.test.ts", "%s is refused in the one way"],
    [`${STORE}/verify-password.test.ts`, "no account is never a match, and takes the same work"],
    [
      `${ISOLATION}/crawl.spec.ts`,
      "every page and route opens to whoever may read it, and to everybody else is as if it were not there",
    ],
    [
      `${CHECKS}/report-page.test.tsx`,
      "shows no other days than its own, and is the same 404 for whatever is no link",
    ],
  ]),
  check(18, "A session, a role and a membership end with the next request, in open streams too.", [
    [
      "app/_server/auth-options.test.ts",
      "a session ended elsewhere is signed out at its next request, though its cookie still opens",
    ],
    ["db/scope.test.ts", "a change of role, and the end of a membership, count from the next request on"],
    ["app/w/_server/live-stream.test.ts", "ends at once for whoever may no longer watch, and for them alone"],
    [
      "db/commands/reset-password.test.ts",
      "gives an account a new password and ends its sessions, beside whoever has the file open, and nobody else's",
    ],
  ]),
  check(19, "The session's cookie is bound to the host, unreadable to scripts, and new at each sign-in.", [
    [
      "app/_server/auth-options.test.ts",
      "the right password signs in, with a row, a label and a cookie; signing out ends them",
      "over https the cookie is bound to the host",
      "signing in again ends the session that this browser had, and no other's",
    ],
  ]),
  check(20, "Nothing of ours leads to another site that we did not name.", [
    ["app/_server/own-path.test.ts", "%j leads to %j"],
    ["app/api/auth/[...nextauth]/callback-fault.test.ts", "the callback URL %j: %s"],
    ["app/_server/auth-options.test.ts", "after signing in or out %j leads to %s"],
    [
      `${ISOLATION}/sign-in-library.spec.ts`,
      "whatever the sign-in library is asked is answered, and leads nowhere else",
    ],
  ]),
  check(
    21,
    "Another site's page changes nothing for whoever is signed in, and looking changes nothing at all.",
    [
      [
        `${ISOLATION}/cross-site.spec.ts`,
        "another site changes nothing for whoever is signed in and looks at it; our own page does",
        "looking at pages and files changes nothing",
      ],
    ],
  ),
  check(22, "Server actions are open to everybody's calls: each checks what it is sent and who sends it.", [
    [
      "app/actions.test.ts",
      "answers whatever it is sent by anybody, and changes nothing of a workspace for nobody",
    ],
    [
      "app/roles.test.ts",
      "is refused to whoever may not, as to a stranger, and where there is nothing to change",
    ],
    [
      `${ISOLATION}/server-actions.spec.ts`,
      "whatever anybody sends to an action is answered, and never as a failure of ours",
    ],
  ]),
  check(
    23,
    "Roles are the three that there are, compared exactly.",
    [
      ["db/scope.test.ts", "%s: what is promised, and anything else is refused as it is to a stranger"],
      [`${CHECKS}/tokens-and-roles.test.ts`, "a role is one of three words, and nothing like them"],
    ],
    "There are no invitations yet, nor a last owner who might leave.",
  ),
  check(24, "An e-mail address has one form, made before it is judged.", [
    ["lib/domain/canonical-email.test.ts", "%j is %j", "%j is no address"],
  ]),
  check(
    25,
    "Tokens and keys are random enough, kept as hashes, and end at once.",
    [
      [
        `${CHECKS}/tokens-and-roles.test.ts`,
        "no two tokens of any kind are the same, and each has 128 bits or more",
      ],
      ["db/vault/seal-secrets.test.ts", "every column whose name is that of a secret is sealed or a hash"],
      [
        `${COLLECTOR}/revocation.test.ts`,
        "takes nothing more under a server's key that was revoked, however busy that key is",
      ],
      [
        `${STORE}/find-collection.test.ts`,
        "a key, a secret and the beginning of a code each lead to their own campaign, and to no other",
      ],
    ],
    "Keys have a prefix by which a scanner finds them, and no checksum.",
  ),
];
