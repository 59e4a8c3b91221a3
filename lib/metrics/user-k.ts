import { userKOf } from "#lib/estimators/k-of-users.ts";
import type { Metric } from "./metric.ts";

export const userK: Metric<"cohorts"> = {
  id: "userK",
  unit: "users",
  good: "up",
  needs: ["cohorts"],
  name: { en: "User K", ar: "K للمستخدمين" },
  explanation: {
    en: "New users that a user brings within the horizon after joining; a user is somebody who reached the goal. Only users who joined a horizon ago or earlier are asked.",
    ar: "عدد المستخدمين الجدد الذين يجلبهم المستخدم ضمن أفق النضج بعد انضمامه؛ والمستخدم من بلغ الهدف. لا يُحسب إلا من انضم قبل أفق كامل.",
  },
  reference: "Skok 2009",
  compute: ({ cohorts }, { asOf, horizon }) => {
    const found = userKOf(cohorts, { from: Number.NEGATIVE_INFINITY, to: asOf - horizon, asOf, horizon });
    const isYoung = found.value === null && cohorts.joinedAt.length > 0;
    return isYoung ? { value: null, why: "censored" } : found;
  },
};
