import { createDecipheriv, hkdfSync } from "node:crypto";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { PUBLIC_KEY, SIGNING_KEY } from "./sealed-columns.ts";
import { isSealed, Vault } from "./vault.ts";

const [NOW, BEFORE, LONG_AGO] = ["n", "b", "l"].map((letter) => letter.repeat(32)) as [
  string,
  string,
  string,
];
const PLACE = { column: SIGNING_KEY, workspaceId: 7, rowId: 3 };
const vault = new Vault({ current: NOW, previous: [] });

test.each(["", "0f".repeat(32), "مفتاح 🔑", "v1.a.b.c", "x".repeat(10_000)])(
  "%# comes out as it went in",
  (text) => {
    const sealed = vault.seal(PLACE, text);
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/);
    expect(isSealed(sealed)).toBe(true);
    expect(vault.open(PLACE, sealed)).toEqual({ text, isCurrent: true });
  },
);

test("the same text is sealed differently each time", () => {
  expect(vault.seal(PLACE, "text")).not.toBe(vault.seal(PLACE, "text"));
});

test("a seal is AES-256-GCM under HKDF-SHA-256, and names its place", () => {
  const [version, ...parts] = vault.seal(PLACE, "text").split(".");
  const [iv, body, tag] = parts.map((part) => Buffer.from(part, "base64url")) as [Buffer, Buffer, Buffer];
  const key = Buffer.from(hkdfSync("sha256", NOW, "intishar/vault/v1", "7", 32));
  const decipher = createDecipheriv("aes-256-gcm", key, iv);
  decipher.setAAD(Buffer.from("7|collections|3|signing_key")).setAuthTag(tag);
  expect(version).toBe("v1");
  expect(decipher.update(body, undefined, "utf8") + decipher.final("utf8")).toBe("text");
});

test.each([
  ["another workspace", { ...PLACE, workspaceId: 8 }],
  ["another row", { ...PLACE, rowId: 4 }],
  ["another column", { ...PLACE, column: PUBLIC_KEY }],
  ["another table", { ...PLACE, column: { ...SIGNING_KEY, table: "report_links" } }],
])("what is copied to %s does not open there", (_, place) => {
  const sealed = vault.seal(PLACE, "text");
  expect(vault.open(PLACE, sealed)?.text).toBe("text");
  expect(vault.open(place, sealed)).toBeNull();
});

test("a key is one workspace's: without the name of the place, another's would not open either", () => {
  const [, iv = "", body = "", tag = ""] = vault.seal(PLACE, "text").split(".");
  const openWith = (workspace: string) => {
    const key = Buffer.from(hkdfSync("sha256", NOW, "intishar/vault/v1", workspace, 32));
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"));
    decipher.setAAD(Buffer.from("7|collections|3|signing_key")).setAuthTag(Buffer.from(tag, "base64url"));
    decipher.update(Buffer.from(body, "base64url"));
    return decipher.final("utf8");
  };
  expect(() => openWith("7")).not.toThrow();
  expect(() => openWith("8")).toThrow();
});

test("another secret opens nothing; each of two previous ones does, and is told from the current one", () => {
  const rotated = new Vault({ current: NOW, previous: [BEFORE, LONG_AGO] });
  for (const secret of [BEFORE, LONG_AGO]) {
    const sealed = new Vault({ current: secret, previous: [] }).seal(PLACE, secret);
    expect(rotated.open(PLACE, sealed)).toEqual({ text: secret, isCurrent: false });
    expect(vault.open(PLACE, sealed)).toBeNull();
  }
  const sealed = rotated.seal(PLACE, "text");
  expect(vault.open(PLACE, sealed)).toEqual({ text: "text", isCurrent: true });
  expect(new Vault({ current: BEFORE, previous: [LONG_AGO] }).open(PLACE, sealed)).toBeNull();
});

test("a seal that was changed anywhere, cut or lengthened does not open, and does not throw", () => {
  const sealed = vault.seal(PLACE, "text");
  const other = (sign: string) => (sign === "A" ? "Q" : "A");
  const changed = [...sealed].map((sign, at) => sealed.slice(0, at) + other(sign) + sealed.slice(at + 1));
  const cut = [...sealed].map((_, length) => sealed.slice(0, length));
  for (const text of [...changed, ...cut, `${sealed}A`, `${sealed}.`, ` ${sealed}`, "", "v1...", "v2.a.b.c"])
    expect(vault.open(PLACE, text)?.text, text).not.toBe("text");
  expect(vault.open(PLACE, sealed)?.text).toBe("text");
});

test("nothing that prints or serialises a vault shows a secret", () => {
  const vault = new Vault({ current: NOW, previous: [BEFORE] });
  vault.seal(PLACE, "text");
  const shown = [inspect(vault, { depth: 9, showHidden: true }), JSON.stringify(vault), String(vault)].join();
  for (const secret of [NOW, BEFORE]) expect(shown).not.toContain(secret);
});
