import { expect, it } from "vitest";
import { campaignQueryString } from "./campaign-query-string.ts";
import { readCampaignQuery } from "./read-campaign-query.ts";

it("reads back what it wrote", () => {
  const query = { search: "a & ب", sort: "k", archived: true, page: 3 } as const;
  const address = new URLSearchParams(campaignQueryString(query));
  expect(readCampaignQuery(Object.fromEntries(address))).toEqual(query);
});

it("leaves defaults out of the address", () => {
  expect(campaignQueryString(readCampaignQuery({}))).toBe("");
});

it("takes what it cannot read for absent", () => {
  const odd = { search: ["a", "b"], sort: "constructor", archived: "yes", page: "-1" };
  expect(readCampaignQuery(odd)).toEqual(readCampaignQuery({}));
});
