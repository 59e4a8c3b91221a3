import { describe, expect, it } from "vitest";
import { TOOLS } from "#lib/domain/campaign.ts";
import { demoCampaigns } from "#lib/simulate/demo-campaigns.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { HOUR } from "#lib/time/lengths.ts";

describe.each([Date.UTC(2025, 10, 23, 3, 12), Date.UTC(2026, 6, 4, 15, 40)])("demoCampaigns at %d", (now) => {
  const campaigns = demoCampaigns(now);
  const sharesBySlug = new Map(
    campaigns.map(({ slug, plan, seed }) => [
      slug,
      simulateCampaign(plan, seededRandom(seed)).filter((event) => event.kind === "share"),
    ]),
  );
  const sizes = [...sharesBySlug.values()].map((shares) => shares.length);

  it("has one campaign per tool, told in both languages", () => {
    expect(campaigns.map((campaign) => campaign.tool)).toEqual(TOOLS);
    expect(new Set(campaigns.map((campaign) => campaign.slug)).size).toBe(6);
    for (const { name, description, goal, audience } of campaigns) {
      for (const text of [name, description, goal, audience]) {
        expect(text.en).toMatch(/^[\x20-\x7e]+$/);
        expect(text.ar).toMatch(/[\u0600-\u06ff]/);
      }
    }
  });

  it("has believable sizes: hundreds to twenty thousand, forty to sixty thousand in all", () => {
    expect(Math.min(...sizes)).toBeGreaterThan(300);
    expect(Math.min(...sizes)).toBeLessThan(1000);
    expect(Math.max(...sizes)).toBeGreaterThan(10_000);
    expect(Math.max(...sizes)).toBeLessThan(22_000);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(40_000);
    expect(total).toBeLessThan(60_000);
  });

  it("lies in the past, the youngest begun twenty hours ago", () => {
    for (const { startAt, endAt, plan } of campaigns) {
      expect(plan.startAt).toBe(startAt);
      expect(plan.endAt).toBe(endAt ?? now);
      expect(plan.endAt).toBeLessThanOrEqual(now);
    }
    const youngest = Math.max(...campaigns.map((campaign) => campaign.startAt));
    expect((now - youngest) / HOUR).toBeCloseTo(20, 1);
  });

  it("hands out no code twice across campaigns", () => {
    const codes = [...sharesBySlug.values()].flatMap((shares) => shares.map((share) => share.code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("uses the channels people use", () => {
    const channels = new Set(
      [...sharesBySlug.values()].flatMap((shares) => shares.map((share) => share.channel)),
    );
    expect([...channels].sort()).toEqual([
      "copy",
      "email",
      "facebook",
      "instagram",
      "linkedin",
      "messenger",
      "sms",
      "snapchat",
      "telegram",
      "tiktok",
      "whatsapp",
      "x",
    ]);
  });

  it("has passive and active campaigns", () => {
    const passive = (slug: string) => {
      const shares = sharesBySlug.get(slug) ?? [];
      return shares.filter((share) => share.mode === "passive").length / shares.length;
    };
    expect(passive("appointment-assistant")).toBeGreaterThan(0.7);
    expect(passive("ramadan-data-bundle")).toBeGreaterThan(0.7);
    expect(passive("street-football-film")).toBeLessThan(0.2);
  });
});
