import type { ReactNode } from "react";

/** A narrow column in the middle of the page. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-screen w-full max-w-md flex-col justify-center px-4 py-12">
      {children}
    </main>
  );
}
