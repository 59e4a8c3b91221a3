import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { landingAddress } from "./landing-address.ts";

const CODE = "aB3x0123456789abc";
const landing = (target: string, incoming = "", utm = {}) =>
  landingAddress(target, { code: CODE, visit: "r", utm, incoming });
const SHOP = "https://shop.example/offer";

describe("the address of a campaign's page", () => {
  it.each([
    [SHOP, `${SHOP}?ish=${CODE}.r`],
    [`${SHOP}?name=a%20b&flag&sig=~(x)*%2B1`, `${SHOP}?name=a%20b&flag&sig=~(x)*%2B1&ish=${CODE}.r`],
    [`${SHOP}?`, `${SHOP}?ish=${CODE}.r`],
    [`${SHOP}?&a=1&&a=2&`, `${SHOP}?&a=1&&a=2&ish=${CODE}.r`],
    [`${SHOP}?a=1#/cart?b=2`, `${SHOP}?a=1&ish=${CODE}.r#/cart?b=2`],
    [`${SHOP}#:~:text=spring`, `${SHOP}?ish=${CODE}.r#:~:text=spring`],
    [`${SHOP}#`, `${SHOP}?ish=${CODE}.r#`],
    [`${SHOP}?q=%D8%B9%D8%B1%D8%B6&x=a+b&y=%zz`, `${SHOP}?q=%D8%B9%D8%B1%D8%B6&x=a+b&y=%zz&ish=${CODE}.r`],
    [`${SHOP}?ish=old&a=a%20b&%69sh=older`, `${SHOP}?a=a%20b&ish=${CODE}.r`],
    [`${SHOP}?ish`, `${SHOP}?ish=${CODE}.r`],
    [`${SHOP}?wish=1&ish2=2`, `${SHOP}?wish=1&ish2=2&ish=${CODE}.r`],
  ])("%s becomes %s", (target, expected) => expect(landing(target)).toBe(expected));

  it("keeps what stood in it, whatever that is", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (target) => {
        const { href } = new URL(target);
        const [page = "", fragment] = href.split("#");
        const found = landing(href);
        expect(found.startsWith(page)).toBe(true);
        expect(found.endsWith(`ish=${CODE}.r${fragment === undefined ? "" : `#${fragment}`}`)).toBe(true);
        expect(new URL(found).searchParams.get("ish")).toBe(`${CODE}.r`);
      }),
    );
  });

  it("says nothing of a visit that the page alone reports", () => {
    expect(landingAddress(SHOP, { code: CODE, visit: "", utm: {} })).toBe(`${SHOP}?ish=${CODE}`);
  });
});

describe("what a link was followed with", () => {
  it.each([
    ["gclid=g1&fbclid=f1&utm_source=paper", "gclid=g1&fbclid=f1&utm_source=paper&"],
    ["a=a%20b&flag&x=1&x=2", "a=a%20b&flag&x=1&x=2&"],
    ["amp;utm_source=x&amp;fbclid=1", "utm_source=x&fbclid=1&"],
    ["?&.&%22&)=1&a", "a&"],
    ["ish=bad&ISH=bad&%69sh=bad&is%68=bad&a=1", "a=1&"],
    ["a=1%0d%0aSet-Cookie:x&b=%", "a=1%0d%0aSet-Cookie:x&b=%25&"],
    ['a="\u00d8\u00a7"<>|', "a=%22%D8%A7%22%3C%3E%7C&"],
    ["a=1\r\nSet-Cookie: x=1#f", "a=1%0D%0ASet-Cookie:%20x=1%23f&"],
    ["=1&&&", ""],
    [
      "url=https://evil.example&next=%2F%2Fevil.example&to=%09javascript:x&as=ftp%3A/&a=/b&b=12",
      "a=/b&b=12&",
    ],
    ["utm_content=https://shop.example/ad&post=x:1", "utm_content=https://shop.example/ad&post=x:1&"],
  ])("%s: the page gets %s", (incoming, passed) =>
    expect(landing(SHOP, incoming)).toBe(`${SHOP}?${passed}ish=${CODE}.r`),
  );

  it("gives way to the page's own parameters and to the link's own tags", () => {
    const target = `${SHOP}?name=a%20b&utm_medium=site`;
    const utm = { source: "newsletter", medium: "email" };
    expect(landing(target, "name=x&utm_source=paper&utm_term=t&utm_medium=m", utm)).toBe(
      `${SHOP}?name=a%20b&utm_term=t&utm_source=newsletter&utm_medium=email&ish=${CODE}.r`,
    );
    expect(landing(target, "n%61me=x&utm_source=paper")).toBe(`${target}&utm_source=paper&ish=${CODE}.r`);
  });

  it("is bounded, each whole or not at all", () => {
    const many = Array.from({ length: 100 }, (_, n) => `p${n}=1`).join("&");
    expect(new URL(landing(SHOP, many)).searchParams.size).toBe(25);
    expect(landing(SHOP, `a=${"x".repeat(600)}&b=1`)).toBe(`${SHOP}?b=1&ish=${CODE}.r`);
    const long = Array.from({ length: 9 }, (_, n) => `p${n}=${"x".repeat(400)}`).join("&");
    expect(landing(SHOP, long).length).toBeLessThan(2200);
  });

  it("can say no more than parameters, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (incoming) => {
        const latin = Buffer.from(incoming, "utf8").toString("latin1").replaceAll(/[#\s]/g, "");
        const found = landing(SHOP, latin);
        expect(found).toMatch(/^[!-~]+$/);
        const url = new URL(found);
        expect([url.origin, url.pathname, url.hash]).toEqual(["https://shop.example", "/offer", ""]);
        expect(url.searchParams.getAll("ish")).toEqual([`${CODE}.r`]);
      }),
    );
  });
});
