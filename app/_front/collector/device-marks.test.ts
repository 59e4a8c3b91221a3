import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DeviceMarks } from "./device-marks.ts";
import { BROWSER, startCollector } from "./testing/start-collector.ts";

const DAY = 86_400_000;
const MORNING = Date.UTC(2026, 2, 1);
const EVENING = MORNING + DAY - 1;
const SIGNS = { address: "203.0.113.77", userAgent: BROWSER };

describe("the mark of a device", () => {
  it("is the same from the first instant of a UTC day to its last, and another on the next", () => {
    const devices = new DeviceMarks();
    const first = devices.markOf(SIGNS, "c", MORNING);
    expect(first).toMatch(/^device:[\w-]{16}$/);
    expect(devices.markOf(SIGNS, "c", EVENING)).toBe(first);
    const marks = [0, 1, 2, 3].map((day) => devices.markOf(SIGNS, "c", MORNING + day * DAY));
    expect(new Set(marks).size).toBe(4);
    expect(devices.markOf(SIGNS, "c", EVENING + 3 * DAY)).toBe(marks[3]);
  });

  it("cannot be made again once its day is over, nor by another process on the same day", () => {
    const devices = new DeviceMarks();
    const before = devices.markOf(SIGNS, "c", EVENING);
    devices.markOf({ ...SIGNS, userAgent: "somebody else" }, "c", EVENING + 1);
    expect(devices.markOf(SIGNS, "c", EVENING)).not.toBe(before);
    const marks = [new DeviceMarks(), new DeviceMarks()].map((one) => one.markOf(SIGNS, "c", MORNING));
    expect(new Set(marks).size).toBe(2);
  });

  it("tells networks, browsers and campaigns apart, and not the hosts of a network", () => {
    const devices = new DeviceMarks();
    const mark = (signs: Partial<typeof SIGNS>, campaign = "c") =>
      devices.markOf({ ...SIGNS, ...signs }, campaign, MORNING);
    expect(mark({ address: "203.0.113.1" })).toBe(mark({}));
    expect(mark({ address: "2001:db8:1:2::1" })).toBe(mark({ address: "2001:db8:1:ffff::9" }));
    const others = [mark({}), mark({ address: "203.0.114.77" }), mark({ userAgent: "x" }), mark({}, "d")];
    expect(new Set([...others, mark({ address: "2001:db8:2::1" })]).size).toBe(5);
  });
});

describe("whoever follows a link", () => {
  afterEach(() => vi.useRealTimers());

  it("is one person on one day, a stranger on the next, and has left neither address nor browser", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: MORNING });
    const { get, post, postFromPage, stem, db, databasePath, failures } = await startCollector();
    const from = (address: string) => ({ "X-Forwarded-For": address, "User-Agent": SIGNS.userAgent });
    const follow = (code: string) => get(`/s/${stem}-${code}`, from(SIGNS.address));
    const people = () =>
      db.$client.prepare("SELECT count(*) FROM persons WHERE person LIKE 'device:%'").pluck().get();
    await follow("aaaaaa");
    await follow("bbbbbb");
    expect(people()).toBe(1);
    vi.setSystemTime(EVENING);
    await follow("cccccc");
    expect(people()).toBe(1);
    vi.setSystemTime(EVENING + 1);
    await follow("dddddd");
    expect(people()).toBe(2);

    for (const send of [post, postFromPage])
      for (const kind of ["view", "dance"]) await send({ kind, person: "p" }, from(SIGNS.address));
    await get(`/s/${stem}0123456789abc`, from(SIGNS.address));
    const stored = ["", "-wal"].map((end) => readFileSync(`${databasePath}${end}`, "latin1")).join();
    expect(stored).toContain("device:");
    for (const sign of [SIGNS.address, "203.0.113", "Pixel 9", "Chrome/140"])
      expect(stored.includes(sign), sign).toBe(false);
    expect(failures.map(({ event }) => event)).toEqual(["unlisted-proxy"]);
    expect(String(failures[0]?.error)).not.toContain(SIGNS.address);
  });
});
