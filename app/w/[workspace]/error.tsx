"use client";

import { ErrorPanel } from "#components/layout/error-panel.tsx";

export default function ErrorInWorkspace({ reset }: { error: Error; reset: () => void }) {
  return <ErrorPanel retry={reset} />;
}
