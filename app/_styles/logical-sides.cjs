// Tremor styles physical sides. Rewritten to logical ones in the compiled sheet, everything mirrors in a
// right-to-left page and nothing changes in a left-to-right one.
const LOGICAL = {
  "margin-left": "margin-inline-start",
  "margin-right": "margin-inline-end",
  "padding-left": "padding-inline-start",
  "padding-right": "padding-inline-end",
  left: "inset-inline-start",
  right: "inset-inline-end",
  "border-left-width": "border-inline-start-width",
  "border-right-width": "border-inline-end-width",
  "border-top-left-radius": "border-start-start-radius",
  "border-top-right-radius": "border-start-end-radius",
  "border-bottom-left-radius": "border-end-start-radius",
  "border-bottom-right-radius": "border-end-end-radius",
};
const ALIGN = { left: "start", right: "end" };

module.exports = () => ({
  postcssPlugin: "logical-sides",
  OnceExit(root) {
    root.walkDecls((declaration) => {
      // A box centred by left: 50% is pulled back by a physical translate.
      if (/^(left|right)$/.test(declaration.prop) && declaration.value === "50%") return;
      if (LOGICAL[declaration.prop]) declaration.prop = LOGICAL[declaration.prop];
      else if (declaration.prop === "text-align")
        declaration.value = ALIGN[declaration.value] ?? declaration.value;
    });
  },
});
module.exports.postcss = true;
