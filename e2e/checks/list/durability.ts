import { type Check, check } from "../check.ts";

const FRONT = "app/_front";
const COLLECTOR = "app/_front/collector";
const ISOLATION = "e2e/isolation";
const CHECKS = "e2e/checks";

export const DURABILITY: readonly Check[] = [
  check(50, "A crash loses no acknowledged event and counts none twice.", [
    [`${COLLECTOR}/durability.long.test.ts`, "crashes under load, and counts none twice"],
    [
      "e2e/journeys/process-deaths.spec.ts",
      "either process may die under load: nothing acknowledged is lost, and both come back",
    ],
  ]),
  check(51, "Nor does a power cut.", [
    [
      `${COLLECTOR}/durability.long.test.ts`,
      "forgets what was not synced, loses no acknowledged event in",
      "lies about it loses events, which shows that the cuts above are real",
    ],
  ]),
  check(52, "A full disk refuses events, says so, and ends by itself; what is read goes on.", [
    [
      `${ISOLATION}/disk-full.spec.ts`,
      "what is read goes on while nothing can be written, and writing resumes by itself",
    ],
    [
      `${COLLECTOR}/durability.long.test.ts`,
      "is full or read-only, says so, sends people on, and goes on by itself",
    ],
    ["db/probe.test.ts", "what refuses a write is said to, each time, until one works"],
  ]),
  check(53, "Whichever call to the database fails, it is as before or as after.", [
    [
      "db/intake/take-in.test.ts",
      "leaves everything as it was, or as it should be, at whichever call the database fails",
    ],
    [
      `${CHECKS}/failing-calls.test.ts`,
      "$write.name with $sound leaves everything as it was, at whichever call the database fails",
    ],
    [
      "db/upgrade/upgrade-processes.test.ts",
      "of two programs that start at once one upgrades, and the other finds it done",
    ],
  ]),
  check(54, "A damaged, older or missing file is noticed, and said until somebody has read it.", [
    [
      `${COLLECTOR}/durability.long.test.ts`,
      "notices at its start that an older file stands in the database's place",
    ],
    [`${FRONT}/housekeeping.test.ts`, "a damaged file is said to be, and not written to"],
    [
      "e2e/journeys/lost-events.spec.ts",
      "lost events stay said on every page of the owner until they confirm it",
    ],
    ["db/migrate.test.ts", "is not begun anew beside %s, unless that is wanted"],
  ]),
  check(55, "Long readers and other writers hold up nobody, and the log stays bounded.", [
    [
      `${FRONT}/housekeeping.test.ts`,
      "a log that grew under a long reader is emptied once the reader has gone, while others write",
    ],
    ["db/when-free.test.ts", "a write waits for another writer, and the thread goes on meanwhile"],
    [
      "db/engines/sqlite/retract-events.test.ts",
      "lets others write between any two steps, and tells how long it held them up",
    ],
  ]),
  check(56, "A backup that is taken under load is whole, and restoring it resurrects nobody's session.", [
    [
      `${COLLECTOR}/backup-drill.test.ts`,
      "a backup taken while events stream in is whole, and restored elsewhere has all that was acknowledged before",
    ],
    [
      "db/backup/backup.test.ts",
      "puts every row back where there is no database, and nobody is signed in",
      "refuses a live file that was copied without its log, and takes it with the log",
      "refuses to overwrite what the backup lacks unless told to, and keeps it beside",
    ],
  ]),
  check(
    57,
    "An upgrade is all or nothing, from every released schema, by one program, and an older program refuses.",
    [
      ["db/upgrade/released-schemas.test.ts", "a file of every released schema"],
      [
        "db/upgrade/upgrade-processes.test.ts",
        "of two programs that start at once one upgrades, and the other finds it done",
      ],
      [
        "db/upgrade/million-rows.long.test.ts",
        "every migration ends on a million shares and two million events, and loses none",
      ],
      [
        `${FRONT}/upgrade-while-serving.test.ts`,
        "over an older file answers until the server takes the port, and upgrades meanwhile",
      ],
    ],
  ),
  check(58, "Told to stop, the server answers what it took and leaves one whole file.", [
    [
      `${FRONT}/stop-gracefully.test.ts`,
      "a request under way finishes, a new one is refused, then jobs and hooks stop in order",
    ],
    [
      `${COLLECTOR}/durability.long.test.ts`,
      "answers all that it takes when it is told to stop, three times under load",
    ],
    [`${ISOLATION}/clean-stop.spec.ts`, "after a clean stop the database file alone holds everything"],
  ]),
  check(59, "More than it can do is turned away early, and costs others nothing.", [
    [
      `${COLLECTOR}/overload.long.test.ts`,
      "brings more than ten times what fits: some is stored, the rest refused, others notice nothing, and it ends",
    ],
    [
      `${FRONT}/pages/pages-handler.test.ts`,
      "beyond those inside and those in line, 503 at once; a place is free again with the first byte",
    ],
    [
      `${COLLECTOR}/commit-queue.test.ts`,
      "keeps room for the others, and gives each an equal part of every commit",
    ],
  ]),
  check(
    60,
    "After hours of work it is as large and as quick as at first.",
    [],
    "Run by hand: npm run soak -- hours.",
  ),
  check(61, "Health and metrics tell each fault, and no other.", [
    [`${COLLECTOR}/faults.test.ts`, "$fault"],
    ["db/probe.test.ts", "what refuses a write is said to, each time, until one works"],
    [`${COLLECTOR}/collector.test.ts`, "warns while events wait for a second or longer"],
  ]),
];
