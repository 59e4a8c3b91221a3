"use client";

import { type ComponentProps, useSyncExternalStore } from "react";
import { inputClass } from "#components/ui/input-class.ts";
import { localZone } from "#lib/time/time-zones.ts";

const subscribe = () => () => undefined;

/** A choice among `zones`, in which the browser's own stands chosen until another is. */
export function ZoneSelect({
  zones,
  chosen,
  ...rest
}: Omit<ComponentProps<"select">, "defaultValue"> & { zones: readonly string[]; chosen: string | null }) {
  const local = useSyncExternalStore(subscribe, localZone, () => "UTC");
  const zone = chosen ?? (zones.includes(local) ? local : "UTC");
  return (
    // A select reads its default once, so another default is another select.
    <select {...rest} key={zone} defaultValue={zone} dir="ltr" className={inputClass}>
      {zones.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll("_", " ")}
        </option>
      ))}
    </select>
  );
}
