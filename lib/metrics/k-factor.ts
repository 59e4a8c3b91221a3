import { kFactorOf } from "#lib/estimators/k-of-users.ts";
import type { Metric } from "./metric.ts";

export const kFactor: Metric<"cohorts"> = {
  id: "kFactor",
  unit: "ratio",
  good: "up",
  needs: ["cohorts"],
  name: { en: "K-factor", ar: "معامل K" },
  explanation: {
    en: "Invitations per person who shares, times users per invitation: a ratio of the campaign so far, not corrected for age. K is the number to trust.",
    ar: "الدعوات لكل شخص شارك، مضروبة في المستخدمين لكل دعوة: نسبة لما مضى من الحملة دون تصحيح العمر. والرقم الموثوق هو K.",
  },
  reference: "Skok 2009",
  compute: ({ cohorts: { joinedAt, invites, inviters, converted, clusters } }) =>
    joinedAt.length === 0
      ? { value: null, why: "empty" }
      : kFactorOf({ users: inviters, invites, converted, clusters }).k,
};
