import type { ReactNode } from "react";
import { OwnShell } from "#app/_server/own-shell.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <OwnShell width="max-w-2xl">{children}</OwnShell>;
}
