import Link from "next/link";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";

/** A few choices of one page side by side, kept in its address. */
export function ChoiceLinks(props: {
  label: string;
  title?: string;
  choices: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
}) {
  const { label, title, choices } = props;
  return (
    <nav aria-label={label} title={title} className={`${segmentsClass} print:hidden`}>
      {choices.map(({ href, label: text, isCurrent }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={isCurrent ? "page" : undefined}
          className={segmentClass}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
