import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { openLink } from "#app/_answers/testing/open-link.ts";
import { plantWideCampaign, type WideCampaign } from "#app/_files/testing/wide-campaign.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { REPORT_SECTIONS, type ReportLinkInput, type ReportSection } from "#lib/access/report-link.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import { csvFile } from "#lib/format/csv.ts";
import { reportTable } from "./report-table.ts";

let wide: WideCampaign;
beforeAll(async () => {
  wide = await plantWideCampaign();
});
afterAll(() => wide.fixture.close());

async function fileOf(
  section: ReportSection,
  more: Partial<ReportLinkInput> = {},
  request: ReportRequest = {},
): Promise<string> {
  answerHere(wide.fixture.db);
  const { keys, rows } = await reportTable(openLink(wide.fixture.scope, more), section, request);
  return csvFile(keys, rows, { bom: false });
}

describe.each(REPORT_SECTIONS)("the file of %s", (section) => {
  it("is there where the link shows the section and allows files, and nowhere else", async () => {
    expect((await fileOf(section)).split("\r\n").length).toBeGreaterThan(2);
    expect(await fileOf(section, { sections: [section] })).toBe(await fileOf(section));
    await expect(fileOf(section, { csv: false })).rejects.toBeInstanceOf(NotFoundError);
    const sections = REPORT_SECTIONS.filter((other) => other !== section);
    await expect(fileOf(section, { sections })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is of the days that the link allows, and no others", async () => {
    const days = { dateMode: "bounded", fromDay: "2026-03-01", toDay: "2026-03-05" } as const;
    const fixed = { ...days, dateMode: "fixed" } as const;
    for (const [link, request] of [
      [days, { fromDay: "2026-02-28" }],
      [days, { toDay: "2026-03-06" }],
      [days, { fromDay: "no day" }],
      [fixed, { fromDay: "2026-03-02" }],
    ] as const)
      await expect(fileOf(section, link, request)).rejects.toBeInstanceOf(NotFoundError);
    // Everything happened on the first of March.
    const lines = (file: string) => file.split("\r\n").length;
    expect(await fileOf(section, days, { fromDay: "2026-03-01" })).toBe(await fileOf(section, days));
    const quiet = await fileOf(section, days, { fromDay: "2026-03-02" });
    expect(quiet).not.toBe(await fileOf(section, days));
    if (section === "cascades" || section === "notes") expect(lines(quiet)).toBe(2);
  });
});

it("names under aliases neither a person nor a code", async () => {
  expect(await fileOf("cascades")).toMatch(/\r\ns\d+,p\d+,/);
  const aliased = await fileOf("cascades", { aliases: true });
  expect(aliased).not.toMatch(/\b[spqc]\d+\b/);
  expect(aliased.split("\r\n")[1]).toMatch(/^,[^,]+,/);
});
