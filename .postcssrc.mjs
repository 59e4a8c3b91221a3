import { join } from "node:path";

// Turbopack finds plugins by name or by absolute path only.
const here = (file) => join(process.cwd(), "app", "_styles", file);

export default {
  plugins: {
    tailwindcss: { config: here("tailwind.config.cjs") },
    autoprefixer: {},
    [here("logical-sides.cjs")]: {},
  },
};
