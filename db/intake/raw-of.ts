import type { CampaignEvent } from "#lib/domain/event.ts";

/** An event as its producer would write it, for quarantine: `readCollectedEvent` reads it again. */
export function rawOf({
  arrives: _arrives,
  verified: _verified,
  label: _label,
  ...event
}: CampaignEvent): string {
  return JSON.stringify(event, (_name, value: unknown) => value ?? undefined);
}
