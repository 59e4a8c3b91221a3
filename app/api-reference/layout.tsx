import type { ReactNode } from "react";
import { OwnShell } from "#app/_server/own-shell.tsx";

export default function ApiReferenceLayout({ children }: { children: ReactNode }) {
  return <OwnShell width="max-w-4xl">{children}</OwnShell>;
}
