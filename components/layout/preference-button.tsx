import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

/** A form of one button that sends one value, so that it works before any script has loaded. */
export function PreferenceButton(props: {
  action: (form: FormData) => Promise<void>;
  name?: string;
  value?: string;
  label?: string;
  children: ReactNode;
}) {
  const { action, name, value, label, children } = props;
  return (
    <form action={action}>
      {name === undefined ? null : <input type="hidden" name={name} value={value} />}
      <Button type="submit" variant="quiet" aria-label={label} title={label} className="!px-2.5">
        {children}
      </Button>
    </form>
  );
}
