import { describe, expect, it, test } from "vitest";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { mintCode } from "#db/codes/mint-code.ts";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { openMemberScope } from "#db/scope.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";

const TOKENS = sized(50_000, 500_000);

const REPORT: ReportLinkInput = {
  name: "new",
  notes: null,
  sections: [...REPORT_SECTIONS],
  dateMode: "free",
  fromDay: null,
  toDay: null,
  expiresOn: null,
  aliases: true,
  csv: false,
  previewCard: false,
  locale: null,
  theme: "light",
  embedOrigins: [],
};

describe("tokens", () => {
  it("no two tokens of any kind are the same, and each has 128 bits or more", {
    timeout: sized(30_000, 600_000),
  }, () => {
    const known = new Set<string>();
    const lettersAt = Array.from({ length: 42 }, () => new Set<string>());
    for (let n = 0; n < TOKENS; n++) {
      const token = mintToken();
      known.add(token);
      if (n < 20_000) lettersAt.forEach((letters, at) => void letters.add(token.charAt(at)));
    }
    expect(known.size).toBe(TOKENS);
    // 43 letters of base64url are 256 bits: each may stand at each place but the last, which has four of them.
    expect([...known].every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
    for (const letters of lettersAt) expect(letters.size).toBe(64);
    const { owner } = plantTenants();
    const of = { campaignId: 1 };
    const made = Array.from({ length: 20 }, (_, n) => {
      rotateKey(owner, { ...of, kind: "public", endsAt: null, now: n });
      return {
        report: createReportLink(owner, {
          ...of,
          input: { ...REPORT, name: `${n}` },
          passwordHash: null,
          now: 1,
        }),
        server: createServerKey(owner, { ...of, name: `${n}`, now: 1 }),
        page: readCollection(owner, of)?.publicKey ?? "",
      };
    });
    for (const kind of ["report", "server", "page"] as const)
      expect(new Set(made.map((one) => one[kind])).size, kind).toBe(made.length);
    for (const { report, server, page } of made) {
      expect(report).toMatch(/^[\w-]{43}$/);
      expect(server).toMatch(/^isk_[\w-]{43}$/);
      // Of 22 letters and digits four are the campaign's; the others are 107 bits, of a key that is no secret.
      expect(page).toMatch(/^ipk_[0-9A-Za-z]{22}$/);
    }
    noteProbes(25, TOKENS);
  });

  it("a campaign's codes do not repeat", () => {
    const codes = sized(5_000, 200_000);
    const keys = { stem: "abcd", signingKey: "0f".repeat(32) };
    expect(new Set(Array.from({ length: codes }, () => mintCode(keys))).size).toBe(codes);
  });
});

test("a role is one of three words, and nothing like them", () => {
  const { db } = plantTenants();
  const userId = plantMember(db, { workspaceId: 1, role: "owner" });
  const open = () => openMemberScope(db, userId, "w1", "campaigns.read");
  const be = (role: string) =>
    db.$client.prepare("UPDATE memberships SET role = ? WHERE user_id = ?").run(role, userId);
  for (const role of ["Owner", "owner ", "xownerx", "admin", "", "constructor", "__proto__", "owner\0"]) {
    be(role);
    expect(open, JSON.stringify(role)).toThrow();
  }
  be("viewer");
  expect(open().userId).toBe(userId);
});
