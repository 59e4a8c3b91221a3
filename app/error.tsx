"use client";

import { ErrorPanel } from "#components/layout/error-panel.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="grid min-h-screen place-items-center px-4 pb-16">
      <ErrorPanel retry={reset} />
    </main>
  );
}
