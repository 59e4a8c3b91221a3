import { strToU8, unzipSync, Zip, ZipDeflate } from "fflate";
import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

it("names the campaign in its own letters, the widget, and the days of the zone", () => {
  const question = {
    from: Date.UTC(2026, 1, 28, 21),
    to: Date.UTC(2026, 2, 2, 21),
    zone: "Asia/Riyadh",
  };
  const named = (name: string) => fileName({ campaign: { name }, question }, "overview");
  expect(named("حملة الربيع")).toBe("intishar_حملة-الربيع_overview_2026-03-01_2026-03-02");
  expect(named("Spring & Co")).toBe("intishar_spring-co_overview_2026-03-01_2026-03-02");
  expect(named("🎉 !")).toBe("intishar_campaign_overview_2026-03-01_2026-03-02");
  expect(Buffer.byteLength(`${named("ح".repeat(500))}.csv`)).toBeLessThan(255);
});

it("keeps its letters in a zip, where only a mark tells UTF-8 from Latin 1", () => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  const question = { from: 0, to: 1, zone: "UTC" };
  const name = fileName({ campaign: { name: "حملة" }, question }, "overview");
  const file = new ZipDeflate(name);
  zip.add(file);
  file.push(strToU8("a"), true);
  zip.end();
  const bytes = Buffer.concat(chunks);
  expect(Object.keys(unzipSync(bytes))).toEqual([name]);
  expect(bytes.readUInt16LE(6) & 0x800).toBe(0x800);
});
