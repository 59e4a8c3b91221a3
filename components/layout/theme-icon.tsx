/** A moon or a sun: what pressing leads to. */
export function ThemeIcon({ theme }: { theme: "light" | "dark" }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5 fill-none stroke-current stroke-[1.5]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {theme === "dark" ? (
        <path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1Z" />
      ) : (
        <>
          <circle cx="10" cy="10" r="3.25" />
          <path d="M10 2.5v1.6m0 11.8v1.6M17.5 10h-1.6M4.1 10H2.5m12.8-5.3-1.1 1.1M5.8 14.2l-1.1 1.1m10.6 0-1.1-1.1M5.8 5.8 4.7 4.7" />
        </>
      )}
    </svg>
  );
}
