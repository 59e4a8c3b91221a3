import { expect, test } from "vitest";
import { isOwnLink } from "./is-own-link.ts";

test.each([
  ["https://go.example/s/abcd1234", "https://go.example", true],
  ["https://GO.example:443/x/../s/abcd1234?a=1#b", "https://go.example", true],
  ["http://127.0.0.1:3000/s/abcd", "http://localhost:3000", true],
  ["https://go.example/shop", "https://go.example", false],
  ["https://go.example/shop/s/abcd", "https://go.example", false],
  ["https://shop.example/s/abcd", "https://go.example", false],
  ["http://127.0.0.1:3001/s/abcd", "http://localhost:3000", false],
  ["", "https://go.example", false],
])("%s is a link of %s: %s", (address, baseUrl, isOwn) => {
  expect(isOwnLink(address, baseUrl)).toBe(isOwn);
});
