"use client";

import { ErrorPanel } from "#components/layout/error-panel.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="px-4">
      <ErrorPanel retry={reset} />
    </main>
  );
}
