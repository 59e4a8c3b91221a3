import { describe, expect, it } from "vitest";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";

describe("subtreeSizes", () => {
  it("counts the node and all below it, in every tree of a forest", () => {
    expect(subtreeSizes(Int32Array.of(-1, 0, 0, 1, 1, 3, -1, 6))).toEqual(
      Int32Array.of(6, 4, 1, 2, 1, 1, 2, 1),
    );
  });

  it("is empty for no nodes", () => {
    expect(subtreeSizes(new Int32Array(0))).toEqual(new Int32Array(0));
  });
});
