import { expect, test } from "vitest";
import { reportWindow } from "./report-window.ts";

const BOUNDS = { from: "2026-03-02", to: "2026-03-05" };
const FREE = { mode: "free", from: null, to: null } as const;

test("the link's own days stand unless others are asked for", () => {
  const own = { fromDay: "2026-03-02", toDay: "2026-03-05" };
  const instants = { from: Date.UTC(2026, 2, 1, 21), to: Date.UTC(2026, 2, 5, 21) };
  for (const mode of ["fixed", "bounded"] as const)
    expect(reportWindow({ mode, ...BOUNDS }, "Asia/Riyadh", {})).toEqual({ ...own, ...instants });
  expect(reportWindow({ mode: "fixed", ...BOUNDS }, "Asia/Riyadh", own)).toEqual({ ...own, ...instants });
  expect(reportWindow(FREE, "UTC", {})).toMatchObject({ fromDay: null, toDay: null });
});

test("fewer days may be asked of a bounded link and none of a fixed one", () => {
  const fewer = { fromDay: "2026-03-03", toDay: "2026-03-03" };
  const bounded = { mode: "bounded", ...BOUNDS } as const;
  expect(reportWindow(bounded, "UTC", fewer)).toEqual({
    ...fewer,
    from: Date.UTC(2026, 2, 3),
    to: Date.UTC(2026, 2, 4),
  });
  expect(reportWindow({ mode: "fixed", ...BOUNDS }, "UTC", fewer)).toBeNull();
  expect(reportWindow(FREE, "UTC", fewer)).not.toBeNull();
});

test.each([
  [{ fromDay: "2026-03-01" }],
  [{ toDay: "2026-03-06" }],
  [{ fromDay: "2026-03-04", toDay: "2026-03-03" }],
  [{ fromDay: "2026-02-30" }],
  [{ fromDay: "2026-3-3" }],
  [{ toDay: "9999999" }],
])("a bounded link refuses %j", (request) => {
  expect(reportWindow({ mode: "bounded", ...BOUNDS }, "UTC", request)).toBeNull();
});

test("in a zone off the full hour a day begins when its clock says so", () => {
  const day = { fromDay: "2026-03-03", toDay: "2026-03-03" };
  expect(reportWindow(FREE, "Asia/Kolkata", day)).toMatchObject({
    from: Date.UTC(2026, 2, 2, 18, 30),
    to: Date.UTC(2026, 2, 3, 18, 30),
  });
});
