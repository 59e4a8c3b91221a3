import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";

/** What of a request tells devices apart for a day. */
export interface DeviceSigns {
  readonly address: string;
  readonly userAgent: string;
}

const DAY = 86_400_000;

/** `a.b.c.d` without its last number, an IPv6 address without all but its first three groups. */
function network(address: string): string {
  if (!isIPv6(address)) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}

/**
 * Names for devices that hold for one UTC day and one campaign: a hash of the network, not the address, and of the
 * browser, under a salt that exists in memory only and is forgotten with the day. Nothing of it can be undone.
 */
export class DeviceMarks {
  private day = -1;
  private salt = "";

  markOf({ address, userAgent }: DeviceSigns, campaign: string, now: number): string {
    const day = Math.floor(now / DAY);
    if (day !== this.day) {
      this.day = day;
      this.salt = randomBytes(32).toString("base64url");
    }
    const hash = createHmac("sha256", this.salt).update(`${campaign}\n${network(address)}\n${userAgent}`);
    return `device:${hash.digest("base64url").slice(0, 16)}`;
  }
}
