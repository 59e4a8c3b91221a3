import type { Loosening, ParentChoice, ParentMatches, ParentReport } from "#lib/domain/parent-report.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { KNOWN_EXPORTS } from "#lib/sources/known-exports/registry.ts";
import { parentOptions } from "./read-parent-choice.ts";

const IGNORED: Readonly<Record<Loosening, string>> = {
  case: "letter case is ignored",
  prefix: "what stands before the code, such as t3_ or @, is left out",
  link: "the code is taken out of the link",
  number: "leading zeros and a decimal .0 are left out",
};

/** English lines for standard error: what was found by the choice, or what would find the parents that are unknown. */
export function describeParents({ cure, applied }: Pick<ParentReport, "cure" | "applied">): string[] {
  const lines: string[] = [];
  if (cure !== null)
    lines.push(`${found(cure)} would be found if ${meaning(cure.choice)}: ${parentOptions(cure.choice)}`);
  if (applied !== null) lines.push(`${found(applied)} are found, as ${meaning(applied.choice)}`);
  const ambiguous = (cure ?? applied)?.ambiguous ?? 0;
  if (ambiguous > 0)
    lines.push(`${ambiguous} of them name a person with several shares: the latest before is meant`);
  return lines;
}

/** English lines that name a known export and say what can be learnt from it; none for any other file. */
export function describeExport(id: string | null): string[] {
  const known = KNOWN_EXPORTS.find((one) => one.id === id);
  return known === undefined ? [] : [`looks like an export of ${known.name}. ${en[known.learn]}`];
}

/** An English line for invisible marks that were taken out; none where there were none. */
export function describeMarks(marked: number): string[] {
  return marked === 0 ? [] : [`invisible marks were taken out of ${marked} cells`];
}

function found({ matches, of }: ParentMatches): string {
  return `${matches} of ${of} parents that are no share's code`;
}

function meaning({ is, ignore }: ParentChoice): string {
  const person = is === "person" ? ["the parent is taken for a person"] : [];
  return [...person, ...ignore.map((one) => IGNORED[one])].join(" and ");
}
