import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // The optimiser decodes images of strangers; nothing here needs it.
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3"],
  typescript: { ignoreBuildErrors: false },
};

export default config;
