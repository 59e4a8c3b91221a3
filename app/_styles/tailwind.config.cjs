const COLOURS = "teal|slate|sky|amber|rose|violet|emerald|orange|indigo|lime|fuchsia|cyan|blue|gray";

/** @type {import("tailwindcss").Config} */
module.exports = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}", "./node_modules/@tremor/react/dist/**/*.js"],
  // Paper is light.
  darkMode: ["variant", "@media not print { &:is(.dark *) }"],
  theme: {
    extend: {
      fontFamily: { sans: ["Inter Variable", "IBM Plex Sans Arabic", "system-ui", "sans-serif"] },
      colors: {
        tremor: {
          brand: {
            faint: "#f0fdfa",
            muted: "#99f6e4",
            subtle: "#2dd4bf",
            DEFAULT: "#0d9488",
            emphasis: "#0f766e",
            inverted: "#ffffff",
          },
          background: { muted: "#f8fafc", subtle: "#f1f5f9", DEFAULT: "#ffffff", emphasis: "#334155" },
          border: { DEFAULT: "#e2e8f0" },
          ring: { DEFAULT: "#e2e8f0" },
          content: {
            subtle: "#94a3b8",
            DEFAULT: "#64748b",
            emphasis: "#334155",
            strong: "#0f172a",
            inverted: "#ffffff",
          },
        },
        "dark-tremor": {
          brand: {
            faint: "#042f2e",
            muted: "#134e4a",
            subtle: "#115e59",
            DEFAULT: "#14b8a6",
            emphasis: "#2dd4bf",
            inverted: "#020617",
          },
          background: { muted: "#0b1220", subtle: "#1e293b", DEFAULT: "#0f172a", emphasis: "#cbd5e1" },
          border: { DEFAULT: "#1e293b" },
          ring: { DEFAULT: "#1e293b" },
          content: {
            subtle: "#475569",
            DEFAULT: "#94a3b8",
            emphasis: "#e2e8f0",
            strong: "#f8fafc",
            inverted: "#020617",
          },
        },
      },
      fontSize: {
        "tremor-label": ["0.75rem", { lineHeight: "1rem" }],
        "tremor-default": ["0.875rem", { lineHeight: "1.25rem" }],
        "tremor-title": ["1.125rem", { lineHeight: "1.75rem" }],
        "tremor-metric": ["1.875rem", { lineHeight: "2.25rem" }],
      },
      borderRadius: { "tremor-small": "0.375rem", "tremor-default": "0.5rem", "tremor-full": "9999px" },
    },
  },
  // Tremor writes these class names at run time.
  safelist: [
    { pattern: new RegExp(`^(bg|text|border|ring|stroke|fill)-(${COLOURS})-500$`), variants: ["dark"] },
  ],
  plugins: [require("@headlessui/tailwindcss")],
};
