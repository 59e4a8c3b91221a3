import { expect, it } from "vitest";
import { parseQuery } from "#lib/query/parse-query.ts";
import { askedState } from "./asked-state.ts";
import { INITIAL_STATE } from "./explorer-state.ts";

const SPAN = { from: 1000, to: 9000 };
const asked = (address: string, state: Partial<typeof INITIAL_STATE> = {}) =>
  askedState({ ...INITIAL_STATE, ...state }, parseQuery(new URLSearchParams(address)).query, SPAN);

it("holds the period and the filters of one value that a page asked about", () => {
  expect(asked("")).toEqual(INITIAL_STATE);
  expect(asked("period=7d&where=channel:sms&where=country:SA&where=mode:active")).toEqual({
    ...INITIAL_STATE,
    ...{ from: 1000, until: 9000, channel: "sms", country: "SA", mode: "active" },
  });
});

it("leaves out what the explorer cannot say, and lets its own address go before", () => {
  expect(asked("where=channel!:sms&where=seedKind:paid")).toEqual(INITIAL_STATE);
  const own = { from: 5, channel: "email" };
  expect(asked("period=7d&where=channel:sms", own)).toEqual({ ...INITIAL_STATE, ...own });
});
