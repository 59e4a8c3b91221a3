import { readdirSync, readFileSync } from "node:fs";
import { expect, it, test } from "vitest";

/**
 * Every page, and by what it says that many shares lost their parent: a page that shows K, R, depth or virality must
 * (METRICS §0). A new page joins one of the two lists.
 */
const SAYING: Readonly<Record<string, "OrphanNote" | "OrphanListNote" | "OrphanList" | "OrphanBanner">> = {
  "w/[workspace]": "OrphanListNote",
  "w/[workspace]/tools": "OrphanList",
  "w/[workspace]/campaigns/[campaign]": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/cascades": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/cascades/[root]": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/channels": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/cohorts": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/collect/quality": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/compare": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/forecast": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/numbers": "OrphanNote",
  "w/[workspace]/campaigns/[campaign]/viral-coefficient": "OrphanNote",
  "r/[token]": "OrphanBanner",
};

/** Pages that show none of the four. */
const SILENT: readonly string[] = [
  "",
  "(auth)/join/[token]",
  "(auth)/reset-password/[token]",
  "(auth)/set-up/[token]",
  "(auth)/sign-in",
  "account",
  "account/security",
  "api-reference",
  "w",
  "w/[workspace]/campaigns/[campaign]/audience",
  "w/[workspace]/campaigns/[campaign]/collect",
  "w/[workspace]/campaigns/[campaign]/collect/controls",
  "w/[workspace]/campaigns/[campaign]/collect/new",
  "w/[workspace]/campaigns/[campaign]/collect/set-up",
  "w/[workspace]/campaigns/[campaign]/edit",
  "w/[workspace]/campaigns/[campaign]/funnel",
  "w/[workspace]/campaigns/[campaign]/import",
  "w/[workspace]/campaigns/[campaign]/import/[import]",
  "w/[workspace]/campaigns/[campaign]/live",
  "w/[workspace]/campaigns/[campaign]/reports",
  "w/[workspace]/campaigns/[campaign]/reports/[report]",
  "w/[workspace]/campaigns/[campaign]/reports/new",
  "w/[workspace]/campaigns/[campaign]/sharers",
  "w/[workspace]/campaigns/[campaign]/sharers/[person]",
  "w/[workspace]/campaigns/[campaign]/value",
  "w/[workspace]/campaigns/new",
  "w/[workspace]/definitions",
  "w/[workspace]/settings/backups",
  "w/[workspace]/settings/team",
  "w/[workspace]/settings/team/[member]",
  "w/[workspace]/settings/security",
];

const APP = new URL("../", import.meta.url);
const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((path) => /(?:^|\/)page\.tsx$/.test(path))
  .map((path) => path.replace(/\/?page\.tsx$/, ""));

it("every page is in one of the lists", () => {
  expect(pages.toSorted()).toEqual([...Object.keys(SAYING), ...SILENT].toSorted());
});

/** A page's own files: what it is made of beside itself stands in its folder. */
const sourceOf = (page: string) =>
  readdirSync(new URL(`./${page}/`, APP))
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => readFileSync(new URL(`./${page}/${file}`, APP), "utf8"))
    .join("\n");

test.each(Object.entries(SAYING))("%s says it by %s", (page, by) => {
  expect(sourceOf(page)).toContain(`<${by} `);
});

test.each(SILENT.map((page) => [page]))("%s says nothing of it", (page) => {
  expect(sourceOf(page)).not.toMatch(/<Orphan(?:Note|List|Banner)/);
});
