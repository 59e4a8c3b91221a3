import { DECIMAL_MARKS } from "#lib/sources/numbers/written-number.ts";
import { ID_SCOPES, type ReadingChoices } from "#lib/sources/reading.ts";
import { SERIAL_STARTS } from "#lib/sources/times/time-form.ts";
import { DATE_ORDERS } from "#lib/sources/times/written-time.ts";
import { PARENT_OPTIONS, parentHelp, readParentChoice } from "./read-parent-choice.ts";

/** Options of a command that say how a file is written, for `parseArgs`. */
export const CHOICE_OPTIONS = {
  dates: { type: "string" },
  decimal: { type: "string" },
  serials: { type: "string" },
  "id-scope": { type: "string" },
  ...PARENT_OPTIONS,
} as const;

type ChoiceValues = {
  readonly [option in "dates" | "decimal" | "serials" | "id-scope"]?: string;
} & Parameters<typeof readParentChoice>[0];

const HELP: readonly (readonly [string, string])[] = [
  [
    "--dates ORDER",
    "day-first, month-first or year-first: what 03/04/26 is, where no date of the file proves it",
  ],
  ["--decimal MARK", "point or comma: what 1,234 is, where no number of the file proves it"],
  ["--serials YEAR", "1900 (the default) or 1904: from when a spreadsheet counts days such as 46082.375"],
  [
    "--id-scope SCOPE",
    "file or campaign: where an event's id is told apart; else file if ids are row numbers",
  ],
];

/** Names that people give the orders, too. */
const SHORT_ORDERS: ReadonlyMap<string, string> = new Map([
  ["dmy", "day-first"],
  ["mdy", "month-first"],
  ["ymd", "year-first"],
]);

/** What the help of a command says of them, its texts beginning at a column. */
export function choiceHelp(column: number): string {
  const own = HELP.map(([option, text]) => `${`  ${option}`.padEnd(column)}${text}`).join("\n");
  return `${own}\n${parentHelp(column)}`;
}

/** @throws Error naming the option and what it may be */
export function readChoices(values: ChoiceValues): ReadingChoices {
  const { dates, decimal, serials, "id-scope": idScope } = values;
  const parents = readParentChoice(values);
  return {
    ...(dates !== undefined && { dateOrder: oneOf("dates", SHORT_ORDERS.get(dates) ?? dates, DATE_ORDERS) }),
    ...(decimal !== undefined && { decimal: oneOf("decimal", decimal, DECIMAL_MARKS) }),
    ...(serials !== undefined && { serials: oneOf("serials", serials, SERIAL_STARTS) }),
    ...(idScope !== undefined && { idScope: oneOf("id-scope", idScope, ID_SCOPES) }),
    ...(parents !== undefined && { parents }),
  };
}

function oneOf<T extends string | number>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => String(choice) === text);
  if (found === undefined) throw new Error(`--${option} ${text}: one of ${choices.join(", ")}`);
  return found;
}
