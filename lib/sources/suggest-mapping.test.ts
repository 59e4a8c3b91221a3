import { describe, expect, it } from "vitest";
import { mergeMapping } from "./column-mapping.ts";
import { guessMapping, suggestMapping } from "./suggest-mapping.ts";

const LOG = { code: "c", via: "p", person: "a", occurredAt: "t" };
const mapped = (header: string, rows: readonly string[] = []) =>
  suggestMapping(
    header.split(","),
    rows.map((row) => row.split(",")),
  );

describe("the columns of a share log", () => {
  it.each([
    "share_id,parent_share_id,actor_id,occurred_at",
    "shareId,parentShareId,actorId,createdAt",
    "ShareID,ParentID,UserID,TimeStamp",
    "Share Id,Parent Share-Id,User Id,Created At",
    "share.id,parent.share_id,user.id,created.at",
    "\ufeffshare_id,\u200fparent_id,user_id,date",
    "post_id,in_reply_to_status_id,author_id,published_at",
    "status_id,retweet_of,account_id,posted_at",
    "referralCode,referredBy,participantId,signedUpAt",
    "invite_code,invited_by,email,joined_at",
    "message_id,reply_to_message_id,from_id,date_unixtime",
    "رقم المشاركة,المشاركة الأم,المستخدم,التاريخ",
    "معرف المشاركة,معرف المشاركة الأصل,معرف المستخدم,الوقت",
    "كود الدعوة,الداعي,رقم المشترك,تاريخ الانضمام",
    "المُشاركة,الأب,الشخص,وقت المشاركة",
  ])("are found in %s", (header) => {
    const [code, via, person, occurredAt] = header.split(",");
    expect(mapped(header)).toEqual({ code, via, person, occurredAt });
  });

  it.each([
    ["user", "user_id"],
    ["name", "participant_id"],
    ["username", "memberId"],
    ["author", "author_id"],
    ["email", "customer_id"],
    ["الاسم", "رقم المستخدم"],
  ])("prefer an id to a name: %s, %s", (name, id) => {
    for (const pair of [`${name},${id}`, `${id},${name}`])
      expect(mapped(`share_id,parent_id,${pair},time`).person).toBe(id);
    expect(mapped(`share_id,parent_id,${name},time`).person).toBe(name);
  });

  it("tell how sure each of them is", () => {
    expect(guessMapping(["share_id", "referrer", "user_id", "signup_date"], []).guesses).toEqual({
      code: "sure",
      via: "unsure",
      person: "sure",
      occurredAt: "likely",
    });
  });

  it("give way to what a person chose, and none fills a field that is chosen to be empty", () => {
    expect(mergeMapping({ ...LOG, kind: "k" }, { kind: "", via: "q" })).toEqual({ ...LOG, via: "q" });
  });
});

describe("a column of types", () => {
  const header = "share_id,parent_id,user_id,time,type";
  const rows = (...types: string[]) => types.map((type, i) => `s${i},,p${i},1772359200,${type}`);
  it.each([
    ["tweet", "retweet", "reply"],
    ["share", "visit", "conversion"],
    ["Click", "Purchase", "SHARE"],
    ["مشاركة", "زيارة", "شراء"],
    ["click", "purchase", "scroll"],
  ])("is one of kinds if it holds %s, %s, %s", (...types) => {
    expect(mapped(header, rows(...types)).kind).toBe("type");
    // Nobody can tell from the heading alone.
    expect(mapped(header).kind).toBe("type");
  });
  it.each([
    ["photo", "video", "text"],
    ["user", "page", "group"],
    ["1", "2", "1"],
    ["photo", "video", "share"],
  ])("is none if it holds %s, %s, %s", (...types) => {
    expect(mapped(header, rows(...types)).kind).toBeUndefined();
  });
});

describe("an edge list", () => {
  it.each([
    "source,target,timestamp",
    "from,to,date",
    "src,dst,t",
    "inviter,invitee,joined_at",
    "من,إلى,الوقت",
  ])("names persons, each of whom is one share: %s", (header) => {
    const [via, person, occurredAt] = header.split(",");
    expect(mapped(header)).toEqual({ via, person, code: person, occurredAt });
  });
  it("is none where shares have codes", () => {
    expect(mapped("share_id,parent_id,source,target,user_id,time")).toEqual({
      code: "share_id",
      via: "parent_id",
      person: "user_id",
      occurredAt: "time",
    });
  });
  it("is what a list of referred people is", () => {
    expect(mapped("email,referred_by,date")).toEqual({
      person: "email",
      code: "email",
      via: "referred_by",
      occurredAt: "date",
    });
  });
});
