import { parseArgs } from "node:util";
import { IMPORT_POLICIES, type ImportPolicy } from "#lib/domain/import.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { CHOICE_OPTIONS, readChoices } from "./read-choices.ts";
import { readMap } from "./read-map.ts";
import { readZone } from "./read-zone.ts";
import { readShape, SHAPE_OPTIONS } from "./shape-options.ts";

/** What the import command is asked to do. */
export interface ImportArguments {
  readonly file: string | undefined;
  readonly campaign: string | undefined;
  readonly workspace: string | undefined;
  readonly map: ColumnMapping;
  readonly choices: ReadingChoices;
  readonly shape: ShapeChoices;
  readonly zone: string | undefined;
  readonly policy: ImportPolicy;
  readonly create: boolean;
  readonly dryRun: boolean;
  readonly errors: string | undefined;
  readonly undo: number | undefined;
  readonly help: boolean;
}

/** @throws Error with one line for the person at the terminal */
export function parseImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      campaign: { type: "string" },
      workspace: { type: "string" },
      map: { type: "string", multiple: true, default: [] },
      zone: { type: "string" },
      policy: { type: "string", default: "keep-good" },
      create: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      errors: { type: "string" },
      undo: { type: "string" },
      help: { type: "boolean", default: false },
      ...CHOICE_OPTIONS,
      ...SHAPE_OPTIONS,
    },
  });
  if (positionals.length > 1) throw new Error(`one file at a time, not also ${positionals[1]}`);
  return {
    file: positionals[0],
    campaign: values.campaign,
    workspace: values.workspace,
    map: readMap(values.map),
    choices: readChoices(values),
    shape: readShape(values),
    zone: values.zone === undefined ? undefined : readZone(values.zone),
    policy: readPolicy(values.policy),
    create: values.create,
    dryRun: values["dry-run"],
    errors: values.errors,
    undo: readId(values.undo),
    help: values.help,
  };
}

function readPolicy(policy: string): ImportPolicy {
  const found = IMPORT_POLICIES.find((known) => known === policy);
  if (found === undefined) throw new Error(`--policy ${policy}: one of ${IMPORT_POLICIES.join(", ")}`);
  return found;
}

function readId(id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new Error(`--undo ${id}: the number of an import is expected`);
  return Number(id);
}
