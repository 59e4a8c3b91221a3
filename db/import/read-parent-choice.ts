import type { Loosening, ParentChoice } from "#lib/domain/parent-report.ts";

/** Options of a command that say what parents mean, for `parseArgs`. */
export const PARENT_OPTIONS = {
  parent: { type: "string" },
  "ignore-case": { type: "boolean" },
  "strip-prefix": { type: "boolean" },
  "from-link": { type: "boolean" },
  "plain-numbers": { type: "boolean" },
} as const;

const OPTION_OF: Readonly<Record<Loosening, Exclude<keyof typeof PARENT_OPTIONS, "parent">>> = {
  case: "ignore-case",
  prefix: "strip-prefix",
  link: "from-link",
  number: "plain-numbers",
};
const HELP: readonly (readonly [option: string, text: string])[] = [
  [
    "--parent WHAT",
    "share (the default) or person: what a parent names; of a person, their last share before",
  ],
  ["--ignore-case", "A1 as a parent is the share a1"],
  ["--strip-prefix", "t3_a1, @a1, post-a1 or urn:li:share:a1 as a parent is the share a1"],
  ["--from-link", "https://host/s/a1?x=1 as a parent is the share a1"],
  ["--plain-numbers", "007 or 7.0 as a parent is the share 7"],
];

/** What the help of a command says of them, its texts beginning at a column. */
export function parentHelp(column: number): string {
  return HELP.map(([option, text]) => `${`  ${option}`.padEnd(column)}${text}`).join("\n");
}

/** @throws Error naming the option and what it may be */
export function readParentChoice(
  values: { readonly [Name in keyof typeof PARENT_OPTIONS]?: string | boolean },
): ParentChoice | undefined {
  const { parent = "share" } = values;
  if (parent !== "share" && parent !== "person") throw new Error(`--parent ${parent}: one of share, person`);
  const ignore = (Object.keys(OPTION_OF) as Loosening[]).filter((one) => values[OPTION_OF[one]] === true);
  return parent === "share" && ignore.length === 0 ? undefined : { is: parent, ignore };
}

/** How a choice is written as options of a command. */
export function parentOptions({ is, ignore }: ParentChoice): string {
  const person = is === "person" ? ["--parent person"] : [];
  return [...person, ...ignore.map((one) => `--${OPTION_OF[one]}`)].join(" ");
}
