import { expect, test } from "vitest";
import { svgPen } from "#components/cascade/views/svg-pen.ts";
import { HOSTILE_TEXTS } from "#e2e/isolation/hostile-texts.ts";

test("a picture that is saved has shapes and words, whatever its people are called", () => {
  const pen = svgPen(100, 100);
  const words = [...HOSTILE_TEXTS, "\u0000\u0008\ud800", "a & b < c"];
  for (const text of words) {
    pen.font = `400 11px ${text}`;
    pen.fillStyle = text;
    pen.fillText(text, 1, 2);
    pen.fillRect(0, 0, 1, 1);
  }
  const svg = pen.svg();
  const tags = [...svg.matchAll(/<\/?([^\s>/]*)/g)].map(([, name]) => name);
  expect([...new Set(tags)].sort()).toEqual(["rect", "svg", "text"]);
  expect(tags.filter((name) => name === "text")).toHaveLength(2 * words.length);
  // Within a tag there are names of attributes and quoted values, of which none holds a quote or a control character.
  expect(svg.replaceAll(/<\/?\w+(?: [\w-]+="[^"<>]*")*\/?>/g, "")).not.toMatch(/[<>]/);
  for (const sign of ["\u0000", "\u0008", "\ud800"]) expect(svg.includes(sign)).toBe(false);
  expect(svg.includes("a &amp; b &lt; c")).toBe(true);
});
