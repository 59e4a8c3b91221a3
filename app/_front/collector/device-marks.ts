import { createHmac, randomBytes } from "node:crypto";
import { DAY } from "#lib/time/lengths.ts";
import { networkOf } from "./network-of.ts";

/** What of a request tells devices apart for a day. */
export interface DeviceSigns {
  /** Empty: it cannot be told. */
  readonly address: string;
  readonly userAgent: string;
}

/**
 * Names for devices that hold for one UTC day and one campaign: a hash of the network, not the address, and of the
 * browser, under a salt that exists in memory only and is forgotten with the day. Nothing of it can be undone.
 */
export class DeviceMarks {
  private day = -1;
  private salt = "";

  markOf({ address, userAgent }: DeviceSigns, campaign: string, now: number): string {
    // Nobody is taken for somebody else.
    if (address === "") return `device:${randomBytes(12).toString("base64url")}`;
    const day = Math.floor(now / DAY);
    if (day !== this.day) {
      this.day = day;
      this.salt = randomBytes(32).toString("base64url");
    }
    const hash = createHmac("sha256", this.salt).update(
      `${campaign}\n${networkOf(address, { bytes: 1, groups: 3 })}\n${userAgent}`,
    );
    return `device:${hash.digest("base64url").slice(0, 16)}`;
  }
}
