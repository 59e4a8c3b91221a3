import { demoApp } from "#lib/simulate/demo/demo-app.ts";
import { demoAutoResponder } from "#lib/simulate/demo/demo-auto-responder.ts";
import { demoServiceMessage } from "#lib/simulate/demo/demo-service-message.ts";
import { demoShareButton } from "#lib/simulate/demo/demo-share-button.ts";
import { demoTargeting } from "#lib/simulate/demo/demo-targeting.ts";
import { demoVideo } from "#lib/simulate/demo/demo-video.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";

/**
 * Six simulated campaigns, one for each tool of viral marketing, as they stand at `now`: one near the
 * threshold and held by saturation, one that fizzled, one twenty hours old. About fifty thousand shares.
 * Nobody in them exists.
 *
 * @param now UTC milliseconds; on one UTC day only the youngest and the running ones differ between calls
 */
export function demoCampaigns(now: number): DemoCampaign[] {
  return [
    demoServiceMessage(now),
    demoAutoResponder(now),
    demoApp(now),
    demoVideo(now),
    demoTargeting(now),
    demoShareButton(now),
  ];
}
