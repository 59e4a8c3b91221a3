import type { CampaignEvent } from "#lib/domain/event.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

type LoggedEvent = CampaignEvent & { readonly source: string };

/** An event of a log at an instant, as a server reports it. */
export function event(
  kind: CampaignEvent["kind"],
  occurredAt: number,
  more: Partial<LoggedEvent> & { readonly person: string },
): LoggedEvent {
  return {
    ...BLANK_EVENT,
    id: `${kind} ${more.person} ${occurredAt}`,
    kind,
    occurredAt,
    source: "server",
    ...more,
  };
}

/** What analyses look at, of a log whose shares state what brought them. */
export function inputsOf(log: readonly LoggedEvent[], { asOf, horizon }: { asOf: number; horizon: number }) {
  const shares = log.flatMap(
    ({ kind, code, via, person, channel, mode, seedKind, variant, occurredAt: at }) => {
      if (kind !== "share" || code === null) return [];
      const evidence = via === null ? null : ("stated" as const);
      return [{ code, via, evidence, person, channel: channel ?? "", mode, seedKind, variant, at }];
    },
  );
  const forest = forestInput(shares);
  return { forest, lags: lagsInput(forest, asOf, horizon), activity: activityInput(forest, log) };
}
